import { address, expect, test } from './support/journey.ts';

test('a file with bad rows is brought in without them, and taken back', async ({ reader }) => {
  const { page, open, judge } = await reader({ script: false, as: 'Trial director' });
  await open('/workspace/imports');
  await page.getByRole('radio', { name: 'Organisations' }).check();
  await page.locator('input[type=file]').setInputFiles({
    name: 'partners.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Organisation;Pays;Type\nTrial network of cities;KE;city-network\n;KE;city-network\nTrial trust;X1;foundation\n',
    ),
  });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByRole('heading', { name: '1 row can be added' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '2 rows are refused' })).toBeVisible();
  await expect(page.locator('main')).toContainText('country');
  await judge();
  await page.getByRole('button', { name: 'Add 1 row' }).click();
  await expect(page.getByRole('heading', { name: '1 row is added' })).toBeVisible();
  await judge();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.locator('main')).toContainText('This import was undone');
  await page.goto(address('/workspace/organisations?search=Trial+network'));
  await expect(page.locator('main')).not.toContainText('Trial network of cities');
});
