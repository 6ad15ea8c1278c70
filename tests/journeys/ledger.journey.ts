import { address, expect, test } from './support/journey.ts';

const problems = '.error-summary li';

test('one proposes a claim, may not verify it, another does, and it opens to its proof', async ({
  reader,
}) => {
  const staff = await reader({ script: false, as: 'Trial staff, diplomacy' });
  await staff.open('/workspace');
  await staff.page.getByRole('link', { name: 'Propose a claim' }).first().click();
  await staff.page.locator('input[name=kind][value=city-engaged]').check();
  await staff.page.getByRole('button', { name: 'Go on' }).click();

  // Nothing filled in: every problem at once, the first one focused, nothing lost.
  await staff.page.locator('textarea[name=statement]').fill('Freetown told a hearing what cities need.');
  await staff.page.getByRole('button', { name: 'Propose this claim' }).click();
  expect(await staff.page.locator(problems).count()).toBeGreaterThanOrEqual(3);
  await expect(staff.page.locator('textarea[name=statement]')).toHaveValue(
    'Freetown told a hearing what cities need.',
  );
  await staff.judge();

  await staff.page.locator('input[name=citySearch]').fill('freetown');
  await staff.page.locator('main').getByRole('button', { name: 'Search', exact: true }).click();
  await staff.page.locator('input[type=radio][name=city]').first().check();
  await staff.page.locator('input[name=on]').fill('2024-05-06');
  await staff.page.locator('input[name=evidenceTitle1]').fill('Readout of the hearing');
  await staff.page.locator('input[name=evidenceAddress1]').fill('https://example.org/readout');
  await staff.page.locator('input[name=evidenceSource1]').fill('Example office');
  await staff.page.locator('input[name=evidenceDate1]').fill('2024-05-07');
  await staff.page.getByRole('button', { name: 'Propose this claim' }).click();
  await expect(staff.page).toHaveURL(/\/workspace\/impact\/claims\/[0-9a-f-]{36}/);
  await expect(staff.page.getByRole('button', { name: 'Verify this claim' })).toHaveCount(0);
  await staff.judge();

  const director = await reader({ script: false, as: 'Trial director' });
  await director.open('/workspace');
  await director.page.goto(staff.page.url());
  await director.page.getByRole('button', { name: 'Verify this claim' }).click();
  await expect(director.page.locator('main')).toContainText('verified the claim');
  await director.judge();

  const claimId = /claims\/([0-9a-f-]{36})/.exec(staff.page.url())?.[1] ?? '';
  const anyone = await reader({ script: false });
  await anyone.open(`/impact/entries/${claimId}`);
  await expect(anyone.page.locator('main a[href*="/log/proof/"]').first()).toBeVisible();
});

test('who may not enter is told nothing', async ({ reader, request }) => {
  const anonymous = await request.get(address('/workspace'), { maxRedirects: 0 });
  expect(anonymous.status()).toBe(303);
  expect(anonymous.headers()['location']).toContain('/sign-in');
  const focalPoint = await reader({ script: false, as: 'Trial focal point, Freetown' });
  const response = await focalPoint.page.goto(address('/workspace/impact/claims'));
  expect(response?.status()).toBe(404);
  await focalPoint.open('/portal');
  await expect(focalPoint.page.locator('main')).toContainText('Freetown');
});
