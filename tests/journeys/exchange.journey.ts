import { expect, test } from './support/journey.ts';

test('a city offers what it knows, and a round over the whole pool proposes who meets whom', async ({
  reader,
}) => {
  test.setTimeout(120_000);
  const staff = await reader({ script: false, as: 'Trial director' });
  const focal = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });

  await focal.open('/portal/exchange');
  await focal.page.getByRole('main').getByRole('link', { name: 'Trial City 1', exact: true }).first().click();
  await focal.judge();
  const own = new URL(focal.page.url()).pathname;
  await focal.open(`${own}/standing`);
  await focal.open(`${own}/vetoes`);
  await focal.open(`${own}/entries/new`);
  await focal.page.locator('main form button.main').last().click();
  expect(await focal.page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(2);
  await focal.page.locator('[name=topic]').selectOption('education');
  await focal.page.locator('[name=detail]').fill('Places in schools in the middle of a year.');
  await focal.page.locator('main form button.main').last().click();
  await expect(focal.page.locator('main')).toContainText('Places in schools');
  await focal.judge();

  await staff.open('/workspace/exchange/pool');
  await staff.open('/workspace/exchange/rounds/new');
  await staff.page.locator('[name=name]').fill('Journey round');
  await staff.page.locator('main form button.main').last().click();
  await staff.judge();
  await staff.page.locator('form[action$="/runs"] button').first().click();
  await expect(async () => {
    await staff.page.reload();
    await expect(staff.page.locator('main a[href$="/confirmation"]').first()).toBeVisible();
  }).toPass({ timeout: 60_000 });
  await staff.judge();
  await expect(staff.page.locator('main')).toContainText('Trial City 1');
});

test('a city that met another says what changed, once', async ({ reader }) => {
  const focal = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  await focal.open('/portal/exchange');
  await focal.page.locator('main a[href*="/follow-ups/"]').first().click();
  await focal.judge();
  await focal.page.locator('main form button.main').last().click();
  expect(await focal.page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(2);
  await focal.page.locator('input[name=changed]').first().check();
  await focal.page.locator('[name=what]').fill('One desk answers all.');
  await focal.page.locator('main form button.main').last().click();
  await expect(focal.page.locator('main')).toContainText('One desk answers all.');
  await focal.judge();
});
