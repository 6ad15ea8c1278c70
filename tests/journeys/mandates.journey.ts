import { expect, test } from './support/journey.ts';

const letter = {
  name: 'letter.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
};

test('a stranger asks to act for a city, on a phone without JavaScript', async ({ reader }) => {
  const asker = await reader({ script: false, width: 360 });
  await asker.open('/mandate');
  const { page } = asker;
  await page.getByRole('button', { name: 'Send the request' }).click();
  expect(await page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(7);
  await asker.judge();

  await page.getByRole('searchbox', { name: 'For which city?' }).fill('Freetown');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page
    .getByRole('radio', { name: /Freetown.*Sierra Leone/ })
    .first()
    .check();
  await page.getByRole('radio', { name: /focal point/i }).check();
  const inAYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Until', { exact: true }).fill(inAYear);
  await page.getByLabel('By what document?').selectOption('appointment-letter');
  await page.getByLabel('The document').setInputFiles(letter);
  await page.getByLabel('What will you do for the city here?').fill('I look after newcomers.');
  await page.getByLabel('Your name').fill('Trial requester');
  await page.getByLabel('Your e-mail address').fill('requester@freetown.example');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mailbox');
  await asker.judge();
});

test('staff verify a request through a channel known before, and see how a city can be reached', async ({
  reader,
}) => {
  const staff = await reader({ script: false, as: 'Trial staff, city support' });
  const { page } = staff;
  await staff.open('/workspace/mandates');
  await page.getByRole('link', { name: 'Trial requester, certifier' }).click();
  await staff.judge();
  await expect(page.getByText('0 of 2 confirmations')).toBeVisible();
  await staff.open('/workspace/mandates?shows=all');
  await page.getByRole('link', { name: 'Trial requester, focal-point' }).click();
  await page.getByRole('link', { name: 'Record a channel' }).click();
  await staff.judge();
  await page.getByLabel('What kind').selectOption('telephone');
  await page.getByLabel('How to reach').fill('+000 11 111 111');
  await page.getByLabel('Where we know it from').fill('The official site of the place');
  await page.getByLabel('Known since').fill('2024-05-01');
  await page.getByRole('button', { name: 'Record a channel' }).click();
  await expect(page.getByText('+000 11 111 111')).toBeVisible();
  await staff.judge();
  await page.getByRole('link', { name: 'Trial requester, focal-point' }).click();
  // Recorded after the request: it is shown, and cannot verify it.
  await expect(page.getByText('it cannot verify it')).toBeVisible();
  await page.getByRole('link', { name: 'Ask for more' }).click();
  await page.getByLabel('What is missing?').fill('Please send the request once more.');
  await page.getByRole('button', { name: 'Ask for more' }).click();
  await expect(page.getByText('waits for an answer')).toBeVisible();
  await staff.judge();
});

test('a city’s own people see who acts for it, what is open, and can propose a colleague', async ({
  reader,
}) => {
  const own = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  const { page } = own;
  await own.open('/portal/mandates');
  await page.locator('tbody a').first().click();
  await own.judge();
  await page.getByRole('link', { name: 'What is open' }).click();
  await own.judge();
  await page.goBack();
  await page.getByRole('link', { name: 'Propose a colleague' }).click();
  await own.judge();
  await page.getByRole('button', { name: 'Propose' }).click();
  expect(await page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(6);
  await own.judge();
});
