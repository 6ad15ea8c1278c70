import { expect, test } from './support/journey.ts';

const languages = ['En', 'Fr', 'Es', 'Pt', 'Ar'];
const example = '/fund/windows/example-window-work-and-welcome';

test('a city reads an open window on a phone and checks whether it can apply, then asks a question', async ({
  reader,
}) => {
  const city = await reader({ script: false, width: 360 });
  await city.open(example);
  await city.open(`${example}/eligibility`);
  await city.page.locator('input[name=citySearch]').fill('Trial City 3');
  await city.page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
  await city.page.locator('input[type=radio][name=city]').first().check();
  await city.page.getByRole('main').getByRole('button', { name: 'Check', exact: true }).click();
  await expect(city.page.locator('main .notice').first()).toContainText(/apply|person must look/);
  await city.judge();
  await city.page.locator('main a[href*="?city="]').click();
  await expect(city.page.locator('main')).toContainText('First the clock of');
  await city.judge();
  await city.open(`${example}/questions`);
  await city.page.locator('main form button.main').last().click();
  expect(await city.page.locator('.error-summary li').count()).toBe(1);
  await city.page.locator('[name=asked]').fill('Can a district of a city apply?');
  await city.page.locator('main form button.main').last().click();
  await expect(city.page.locator('h1')).toContainText('Your question has arrived');
  await city.judge();
});

test('staff make a window by copying, another person opens it, and a deadline is moved by two', async ({
  reader,
}) => {
  const name = `Journey window ${Date.now() % 100_000}`;
  const staff = await reader({ script: false, as: 'Trial staff, fund' });
  const director = await reader({ script: false, as: 'Trial director' });
  await staff.open('/workspace/fund/windows');
  await staff.open('/workspace/fund/windows/new');
  await staff.page.locator('[name=name]').fill(name);
  await staff.page.locator('[name=copyOf]').selectOption({ label: 'Example window: work and welcome' });
  await staff.page.locator('main form button.main').last().click();
  await staff.judge();
  const at = new URL(staff.page.url()).pathname;
  for (const step of ['terms', 'donors', 'stages', 'rules', 'criteria', 'budget', 'labels'])
    await staff.open(`${at}/${step}`);
  await staff.open(`${at}/wording`);
  for (const language of languages) await staff.page.locator(`[name=name${language}]`).fill(name);
  await staff.page.locator('main form button.main').last().click();
  await staff.open(`${at}/preview`);
  await staff.open(at);
  await staff.page.locator('#opening [name=reasonEn]').fill('The round begins.');
  await staff.page.locator('#opening button').last().click();
  await expect(staff.page.locator('main')).toContainText('Another person must approve it');
  await staff.judge();

  await director.open('/workspace');
  await expect(director.page.locator('main')).toContainText(`open “${name}”`);
  await director.open(at);
  await director.page.locator('form[action$="/approval"] button').click();
  await director.judge();

  await staff.open(`${at}/deadlines/proposal`);
  await staff.page.locator('[name=closesOn]').fill('2099-12-01');
  await staff.page.locator('[name=reasonEn]').fill('Cities asked for more time.');
  await staff.page.locator('main form button.main').last().click();
  await expect(staff.page.locator('main')).toContainText('Another person must approve it');
  await director.open(at);
  await director.page.locator('form[action$="/approval"] button').click();
  await expect(director.page.locator('main')).toContainText('Cities asked for more time.');

  const city = await reader({ script: false, width: 360 });
  await city.open(`/fund/windows/${name.toLowerCase().replaceAll(' ', '-')}`);
  await expect(city.page.locator('main')).toContainText('Cities asked for more time.');
});
