import { address, expect, test } from './support/journey.ts';

const passphrase = 'a harbour of nine quiet lanterns';

test('a person sets a passphrase and an app, then signs in with both, without JavaScript', async ({
  reader,
}) => {
  const own = await reader({ script: false, as: 'Trial partner' });
  await own.open('/account');
  await own.page.goto(address('/account/passphrase'));
  await confirmItIsMe(own.page);
  await own.page.goto(address('/account/passphrase'));
  const fields = own.page.locator('main input[type=password]');
  for (let i = 0; i < (await fields.count()); i++) await fields.nth(i).fill(passphrase);
  await own.page.locator('main form button[type=submit]').last().click();
  await own.judge();

  await own.page.goto(address('/account/authenticator'));
  await own.judge();
  const secret = ((await own.page.locator('main code').first().textContent()) ?? '').replaceAll(/\s/g, '');
  expect(secret).toMatch(/^[A-Z2-7]{16,}$/);
});

async function confirmItIsMe(page: import('@playwright/test').Page): Promise<void> {
  if (!page.url().includes('/step-up')) return;
  await page.locator('main form button[type=submit]').last().click();
}

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
