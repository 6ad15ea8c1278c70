import { expect, test } from './support/journey.ts';

// Each walks a dozen pages, every one weighed and judged.
test.setTimeout(150_000);

test('a city fills in its application on a phone without a script, and takes it offline', async ({
  reader,
}) => {
  const lead = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  await lead.open('/portal/applications');
  const own = lead.page.getByRole('main').locator('table a').first();
  const address = new URL((await own.getAttribute('href')) ?? '', lead.page.url()).pathname;
  await lead.open(address);
  await expect(lead.page.getByText('Who is waiting for whom')).toBeVisible();
  const sections = await lead.page
    .locator('nav ol a[href*="/sections/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await lead.open(sections[0] ?? '');
  const box = lead.page.locator('main textarea, main input[type=text]').first();
  const words = `Rooms by the harbour ${Date.now()}`;
  await box.fill(words);
  await lead.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lead.page.getByText('Saved. You can leave and go on from any device.')).toBeVisible();
  await lead.judge();

  const elsewhere = await reader({ script: false, as: 'Trial focal point, Freetown' });
  await elsewhere.open(sections[0] ?? '');
  await expect(elsewhere.page.locator('main textarea, main input[type=text]').first()).toHaveValue(words);
  await elsewhere.open(`${address}/check`);
  await elsewhere.open(`${address}/history`);
  await elsewhere.open(`${address}/people`);
  await elsewhere.open(`${address}/offline`);
  const [file] = await Promise.all([
    elsewhere.page.waitForEvent('download'),
    elsewhere.page.getByRole('link', { name: 'As a web page (HTML)' }).click(),
  ]);
  await elsewhere.page.locator('input[type=file]').setInputFiles((await file.path()) ?? '');
  await elsewhere.page.getByRole('button', { name: 'Show what differs' }).click();
  await expect(elsewhere.page.getByRole('heading', { name: 'What came back' })).toBeVisible();
  await elsewhere.judge();
});

test('two windows on the same answer show both texts with a script, and the fund sees progress only', async ({
  reader,
}) => {
  const lead = await reader({ script: true, as: 'Trial focal point, Freetown' });
  await lead.open('/portal/applications');
  const href = (await lead.page.getByRole('main').locator('table a').first().getAttribute('href')) ?? '';
  await lead.page.goto(new URL(href, lead.page.url()).href);
  const section =
    (await lead.page.locator('nav ol a[href*="/sections/"]').first().getAttribute('href')) ?? '';
  await lead.open(section);
  const other = await reader({ script: true, width: 360, as: 'Trial certifier, Freetown' });
  await other.open(section);
  const field = 'main textarea, main input[type=text]';
  await lead.page.locator(field).first().fill(`First tab ${Date.now()}`);
  await lead.page.locator(field).first().blur();
  await expect(lead.page.locator('.save-state')).toContainText('Saved at');
  await other.page.locator(field).first().fill('Second tab');
  await other.page.locator(field).first().blur();
  await expect(other.page.getByText('saved another answer here')).toBeVisible();
  await expect(other.page.getByRole('button', { name: 'Keep mine' })).toBeVisible();
  await other.page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(other.page.locator('.save-state')).toContainText('Saved at');

  const staff = await reader({ script: false, as: 'Trial staff, fund' });
  await staff.open('/workspace/applications');
});
