import { address, expect, test } from './support/journey.ts';

const problems = '.error-summary li';

for (const script of [false, true]) {
  test(`one proposes a claim, another verifies it${script ? ', with JavaScript' : ''}`, async ({
    reader,
  }) => {
    const staff = await reader({ script, as: 'Trial staff, diplomacy' });
    await staff.open('/workspace');
    await staff.open('/workspace/impact/claims/new?kind=city-engaged');
    await staff.page.locator('main form').last().getByRole('button').last().click();
    await expect(staff.page.locator(problems).first()).toBeVisible();
    await staff.judge();
  });
}

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
