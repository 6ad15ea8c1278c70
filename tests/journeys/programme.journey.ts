import { expect, test } from './support/journey.ts';

test('staff open something to cities, see whom it should reach, and read each letter before it goes out', async ({
  reader,
}) => {
  const staff = await reader({ script: false, as: 'Trial staff, city support' });
  const { page } = staff;
  await staff.open('/workspace/programme');
  await staff.open('/workspace/programme/contact-budget');
  await staff.open('/workspace/programme/activities/new');
  const save = page.locator('main form button.main').last();
  await save.click();
  expect(await page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(10);
  await staff.judge();
  await page.selectOption('select[name=kind]', 'training');
  for (const language of ['en', 'fr', 'es', 'pt', 'ar']) {
    await page.fill(`[name=title-${language}]`, `Journey course ${language}`);
    await page.fill(`[name=about-${language}]`, `What it is ${language}`);
  }
  await page.check('input[name=topics][value=housing]');
  await save.click();
  await expect(page.locator('h1')).toHaveText('Journey course en');
  await staff.judge();
  await page.getByRole('link', { name: 'Whom it should reach' }).click();
  await expect(page.locator('h1')).toHaveText('Whom it should reach');
  await staff.judge();
  await page.locator('input[name=city]').first().check();
  await page.getByRole('button', { name: 'Read their letters' }).click();
  await expect(page.locator('h1')).toHaveText('Invite cities');
  await staff.judge();
});

test('a focal point sees what is open to the city, what is asked of it, and asks for quiet', async ({
  reader,
}) => {
  const own = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  const { page } = own;
  await own.open('/portal/programme');
  await page.getByRole('main').getByRole('link', { name: 'Trial City 1' }).click();
  await own.judge();
  await page.getByRole('link', { name: /asked of your city/ }).click();
  await own.judge();
  await page.fill('textarea[name=why]', 'Elections');
  await page.getByRole('button', { name: 'Ask for quiet' }).click();
  await expect(page.locator('main')).toContainText('Quiet until');
  await own.judge();
  await page.getByRole('button', { name: 'End the quiet now' }).click();
  await expect(page.getByRole('button', { name: 'Ask for quiet' })).toBeVisible();
});
