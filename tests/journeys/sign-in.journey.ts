import { address, expect, test } from './support/journey.ts';

test('a person sees their account, and without an invitation changes no way in', async ({ reader }) => {
  const own = await reader({ script: false, as: 'Trial partner' });
  await own.open('/account');
  for (const path of [
    '/account/passphrase',
    '/account/authenticator',
    '/account/printed-codes',
    '/account/passkeys',
  ]) {
    const response = await own.page.goto(address(path));
    expect(response?.status(), path).toBe(403);
    await expect(own.page.locator('main')).toContainText('Ask a director or administrator');
  }
  await own.judge();
});

test('one who may not is refused, and one signed out is asked to sign in', async ({ request }) => {
  for (const path of ['/workspace', '/portal', '/account', '/workspace/people']) {
    const response = await request.get(address(path), { maxRedirects: 0 });
    expect(response.status(), path).toBe(303);
    expect(response.headers()['location'], path).toContain('/sign-in?to=');
  }
});

test('a sign-in link of a trial opens once', async ({ browser }) => {
  const links = JSON.parse(process.env['MMC_LINKS'] ?? '{}') as Record<string, string>;
  const link = links['Trial reviewer'] ?? '';
  const first = await browser.newPage({ javaScriptEnabled: false });
  await first.goto(link);
  await first.getByRole('main').getByRole('button').first().click();
  await expect(first).not.toHaveURL(/sign-in/);
  const second = await browser.newPage({ javaScriptEnabled: false });
  await second.goto(link);
  await expect(second.getByRole('main').locator('form')).toHaveCount(0);
  await first.close();
  await second.close();
});
