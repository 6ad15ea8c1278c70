import type { Page } from '@playwright/test';
import { expect, type Reader, test } from './support/journey.ts';

const languages = ['en', 'fr', 'es', 'pt', 'ar'] as const;

/** One text in all languages, told apart by their code. */
async function fillText(page: Page, name: string, text: string): Promise<void> {
  for (const language of languages)
    await page.locator(`[name="${name}-${language}"]`).fill(`${text} ${language}`);
}

const press = (page: Page) => page.locator('main form button.main').last().click();

/** A new question in the first section, of the kind; `fill` writes what the kind needs. */
async function addQuestion(staff: Reader, kind: string, fill: (page: Page) => Promise<void>): Promise<void> {
  const { page } = staff;
  await page.locator('a[href*="questions/new"]').first().click();
  await page.locator(`input[value="${kind}"]`).check();
  await press(page);
  await staff.judge();
  await fill(page);
  await press(page);
}

test('staff build a form with a condition and a budget, see it as a city does, publish it and change it', async ({
  reader,
}) => {
  test.setTimeout(360_000);
  const staff = await reader({ script: false, as: 'Trial staff, fund' });
  const { page } = staff;
  const slug = `journey-${Date.now()}`;

  await staff.open('/workspace/forms');
  await staff.open('/workspace/forms/new');
  await press(page);
  expect(await page.locator('.error-summary li').count()).toBe(3);
  await staff.judge();
  await fillText(page, 'title', 'Small grant');
  await page.locator('[name=slug]').fill(slug);
  await page.locator('[value=concept-note]').check();
  await press(page);
  const draft = new URL(page.url()).pathname;
  await staff.judge();

  await page.locator('a[href$="sections/new"]').click();
  await fillText(page, 'title', 'Plan');
  await press(page);
  await addQuestion(staff, 'choice', async () => {
    await fillText(page, 'label', 'Partners');
    await fillText(page, 'choice.0.label', 'Yes');
    await fillText(page, 'choice.1.label', 'No');
  });
  await addQuestion(staff, 'text', async () => {
    await fillText(page, 'label', 'Which partners');
    await page.locator('[name="when.0.holds"]').selectOption({ index: 1 });
  });
  await addQuestion(staff, 'budget', (shown) => fillText(shown, 'label', 'Money'));
  await staff.open(draft);
  await expect(page.locator('main')).toContainText('Only if “Partners en” is Yes en.');

  await staff.open(`${draft}/checks`);
  await page.locator('main a.button').click();
  const preview = new URL(page.url()).pathname;
  for (const query of ['?in=fr', '?in=ar&width=phone']) await staff.open(`${preview}${query}`);
  await expect(page.locator('[dir=rtl][lang=ar]')).toContainText('Money ar');
  await expect(page.locator('.phone-width')).not.toContainText('Which partners ar');
  await page.locator('.phone-width [type=radio][value^="yes"]').check();
  await page.locator('[name="money-en.total"]').fill('12');
  await page.locator('.phone-width form button.main').last().click();
  await expect(page.locator('.phone-width')).toContainText('Which partners ar');
  expect(await page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(2);
  await expect(page.locator('[name="money-en.total"]')).toHaveValue('12');
  await staff.judge();

  await staff.open(`${draft}/checks`);
  await press(page);
  await expect(page.locator('main')).toContainText('The form is published.');
  await staff.judge();

  await page.locator('form#begin button').click();
  await page.locator('button[value="question:which-partners-en"][formaction$="removals"]').click();
  const form = draft.replace(/\/draft$/, '');
  await staff.open(`${form}/versions/2/difference`);
  await expect(page.locator('main')).toContainText('The question “Which partners en” was taken out.');
  await staff.open(form);
});
