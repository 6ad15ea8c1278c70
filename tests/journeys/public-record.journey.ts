import { localPath } from '../../src/platform/http/language-path.ts';
import { languages } from '../../src/kernel/language.ts';
import { address, expect, test } from './support/journey.ts';

const mainPages = [
  '/',
  '/about',
  '/impact',
  '/cities',
  '/fund',
  '/forums',
  '/bodies',
  '/sources',
  '/log',
  '/sign-in',
];

for (const language of languages) {
  test(`every main page is light, accessible and in its language: ${language}`, async ({ reader }) => {
    const phone = await reader({ script: false, width: 360 });
    for (const path of mainPages) {
      await phone.open(localPath(language, path));
      await expect(phone.page.locator('html')).toHaveAttribute('lang', language);
      await expect(phone.page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      await expect(phone.page.locator('h1')).toHaveCount(1);
      const overflow = await phone.page
        .locator('html')
        .evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overflow, `${path} is wider than a phone`).toBeLessThanOrEqual(0);
    }
  });
}

test('each kind of page that the main pages lead to is light and accessible', async ({ reader }) => {
  test.setTimeout(180_000);
  const desk = await reader({ script: false });
  const shapes = new Map<string, string>();
  for (const path of mainPages) {
    await desk.page.goto(address(path));
    const links = await desk.page
      .locator('main a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const link of links) {
      const shape = shapeOf(link);
      if (!shapes.has(shape) && !isFile(link)) shapes.set(shape, link);
    }
  }
  expect(shapes.size).toBeGreaterThan(12);
  for (const link of shapes.values()) {
    await desk.open(link);
    await expect(desk.page.locator('h1'), link).toHaveCount(1);
  }
});

/** `/cities/123?as-at=…` and `/cities/456` have one shape. */
function shapeOf(link: string): string {
  const [path = '', query = ''] = link.split(/[?#]/, 2);
  const segments = path
    .split('/')
    .map((segment, index) =>
      index > 1 ? (/\d/.test(segment) || segment.includes('-') ? '*' : segment) : segment,
    );
  return `${segments.join('/')} ${[...new URLSearchParams(query).keys()].toSorted().join(' ')}`;
}

function isFile(link: string): boolean {
  return /\.(?:csv|json|mjs)\b|^\/log\/|^\/api\//.test(link);
}

test('a figure opens to its entries, an entry to its evidence and its proof', async ({ reader, request }) => {
  const { page, judge } = await reader({ script: false });
  await page.goto(address('/'));
  await page.getByRole('link', { name: 'All figures, as at any date' }).click();
  await page.locator('main a[href*="/impact/grantees-announced"]').first().click();
  await judge();
  await page.locator('main a[href*="/impact/entries/"]').first().click();
  await judge();
  await expect(page.locator('main')).toContainText(/public record/i);
  const proof = await page.locator('main a[href*="/log/proof/"]').first().getAttribute('href');
  const answer = await request.get(address(proof ?? ''));
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('c2sp.org/tlog-proof@v1');
});

test('a figure as at an earlier day is smaller, and says which day', async ({ reader }) => {
  const { page } = await reader({ script: false });
  await page.goto(address('/impact?as-at=2021-12-31'));
  await expect(page.locator('main')).toContainText('31 Dec 2021');
  const response = await page.goto(address('/impact?as-at=2021-13-31'));
  expect(response?.status()).toBeLessThan(500);
});

test('a city is found in any spelling, by a plain form and as one types', async ({ reader }) => {
  const plain = await reader({ script: false });
  await plain.open('/cities');
  await plain.page
    .getByRole('searchbox')
    .or(plain.page.locator('input[name="search"]'))
    .first()
    .fill('sao pau');
  await plain.page.keyboard.press('Enter');
  await expect(plain.page.locator('main table tbody tr').first()).toContainText('São Paulo');
  await plain.judge();

  const quick = await reader({ script: true });
  await quick.open('/cities');
  const box = quick.page.locator('input[name="search"]').first();
  await box.pressSequentially('freetow');
  await expect(quick.page.getByRole('option').first()).toContainText('Freetown');
});

test('what a city did with the council is told from dated records', async ({ reader }) => {
  const { page, judge } = await reader({ script: false, width: 360 });
  await page.goto(address('/cities/2409306'));
  await expect(page).toHaveURL(/\/cities\/00000000-0000-8000-8000-/);
  await expect(page.locator('h1')).toContainText('Freetown');
  await expect(page.locator('main')).toContainText('Leadership Board');
  await judge();
});

test('the language switch keeps the page', async ({ reader }) => {
  const { page } = await reader({ script: false });
  await page.goto(address('/cities?search=lima'));
  await page.locator('details.languages summary').click();
  await page.getByRole('link', { name: 'Español' }).click();
  await expect(page).toHaveURL(/\/es\/cities\?search=lima$/);
});

test('the gallery of the design kit is accessible in both directions', async ({ reader }) => {
  for (const path of ['/gallery', '/ar/gallery']) {
    const { page, judge } = await reader({ script: false });
    await page.goto(address(path));
    await judge();
  }
});
