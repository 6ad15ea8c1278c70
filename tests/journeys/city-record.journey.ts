import { expect, test } from './support/journey.ts';

test('a focal point confirms what is old, tells a number once, and the public page shows it', async ({
  reader,
}) => {
  const own = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  await own.open('/portal');
  await own.open('/portal/record');
  await own.page.getByRole('main').getByRole('link', { name: 'Trial City 1' }).first().click();
  const record = new URL(own.page.url()).pathname;
  const city = record.split('/').at(-2) ?? '';

  const confirm = own.page.locator('#confirm button');
  if ((await confirm.count()) > 0) {
    await confirm.click();
    await expect(own.page.locator('.notice.done')).toContainText('fresh from today');
    await own.judge();
  }

  await own.open(`${record}/facts/population.displaced`);
  await own.page.fill('input[name=number]', '-40');
  await own.page.fill('input[name=asOf]', '2099-01-01');
  await own.page.locator('main form button').click();
  await expect(own.page.locator('.error-summary li')).toHaveCount(4);
  await expect(own.page.locator('input[name=number]')).toHaveValue('-40');
  await own.judge();

  await own.page.fill('input[name=number]', '2 345');
  await own.page.check('input[value=survey]');
  await own.page.fill('input[name=asOf]', '2026-06-30');
  await own.page.fill('input[name=source]', 'Trial survey of households');
  await own.page.check('input[value=public]');
  await own.page.locator('main form button').click();
  await expect(own.page.locator('.notice.done')).toContainText('Saved');
  await expect(own.page.locator('main')).toContainText('2,345 people');
  await own.judge();
  await own.open(`${record}/facts/population.displaced/history`);
  await own.open(`${record}/profile`);

  const anybody = await reader({ script: false, width: 360 });
  await anybody.open(`/cities/${city}`);
  await expect(anybody.page.locator('main')).toContainText('2,345 people');
  await expect(anybody.page.locator('main')).toContainText('Trial survey of households');
  await anybody.open(`/ar/cities/${city}/record/profile`);
  const api = await anybody.page.request.get(
    new URL(`/api/v1/cities/${city}/record`, anybody.page.url()).href,
  );
  expect(JSON.stringify(await api.json())).toContain('2345');
});

test('staff see which records need a word, and write for a city only with a basis', async ({ reader }) => {
  const staff = await reader({ script: false, as: 'Trial staff, city support' });
  await staff.open('/workspace/city-records');
  await staff.page.locator('tbody th a').first().click();
  await staff.judge();
  await staff.open(`${new URL(staff.page.url()).pathname}/facts/mandate.employment`);
  await staff.page.check('input[value=shared]');
  await staff.page.locator('main form button').click();
  await expect(staff.page.locator('.error-summary')).toContainText('say how you know');
  await staff.page.fill('input[name=basis]', 'Trial: a call with the city');
  await staff.page.locator('main form button').click();
  await expect(staff.page.locator('main')).toContainText('by the council on the city’s behalf');
  await staff.judge();
});
