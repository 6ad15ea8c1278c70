import { expect, test } from './support/journey.ts';

test('the form for asking shows all problems at once, and the desk’s pages are light and accessible', async ({
  reader,
}) => {
  const asker = await reader({ script: false, width: 360 });
  await asker.open('/ask');
  await asker.page.locator('main form').last().locator('button.main').last().click();
  expect(await asker.page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(3);
  await asker.judge();

  const staff = await reader({ script: false, as: 'Trial staff, city support' });
  await staff.open('/workspace/support');
  await staff.open('/workspace/support/templates');
  await staff.open('/workspace/exchange');
});

test('a focal point opens their city’s questions and wishes', async ({ reader }) => {
  const own = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  await own.open('/portal/cases');
  await own.open('/portal/exchange');
});
