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
  for (const page of ['', '/tray', '/templates', '/templates/new', '/hand-over', '/skills', '/response'])
    await staff.open(`/workspace/support${page}`);
  await staff.open('/workspace/exchange');
});

test('a focal point opens their city’s questions and wishes', async ({ reader }) => {
  const own = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  await own.open('/portal/cases');
  await own.open('/portal/exchange');
});

test('a city asks, the desk answers and asks back, the city answers by its link, and says whether it helped', async ({
  reader,
}) => {
  const email = `clerk${Date.now() % 100_000}@trial.invalid`;
  const city = await reader({ script: false, width: 360 });
  await city.open('/ask');
  await city.page.locator('input[name=citySearch]').fill('Trial City 3');
  await city.page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
  await city.page.locator('input[type=radio][name=city]').first().check();
  await city.page.locator('[name=subject]').fill('Journey: who has done this before?');
  await city.page.locator('[name=body]').fill('We plan an office for newcomers.');
  await city.page.locator('[name=topic]').selectOption('housing');
  await city.page.locator('[name=name]').fill('Clerk');
  await city.page.locator('[name=role]').fill('Clerk');
  await city.page.locator('[name=email]').fill(email);
  await city.page.locator('main form button.main').last().click();
  await expect(city.page.locator('h1')).toContainText('We have your question');
  await city.judge();
  const reference = /MMC-\d{4}-\d+-\w/.exec(await city.page.locator('main').innerText())?.[0] ?? '';

  const administrator = await reader({ script: false, as: 'Trial administrator' });
  const linkIn = async (folder: string) => {
    await administrator.page.goto(new URL('/workspace/mail', city.page.url()).href);
    const texts = await administrator.page.locator('main pre').allTextContents();
    const mail = texts.find((text) => text.includes(`/ask/${folder}/`) && text.includes('Hello Clerk')) ?? '';
    return new RegExp(`/ask/${folder}/[\\w-]{43}`).exec(mail)?.[0] ?? '';
  };
  const thread = await linkIn('thread');
  await city.open(thread);

  const staff = await reader({ script: false, as: 'Trial staff, city support' });
  await staff.open(`/workspace/support?stage=any&words=${reference}`);
  await staff.page.locator('main table a[href*="/cases/"]').first().click();
  await staff.judge();
  const at = new URL(staff.page.url()).pathname;
  await staff.page.locator('form [name=body]').first().fill('How large is the office?');
  await staff.page.locator('input[name=next][value=waiting-city]').check();
  await staff.page.locator('form:has([name=next]) button.main').first().click();
  await expect(staff.page.locator('main')).toContainText('How large is the office?');
  for (const step of ['triage', 'merge', 'partner']) await staff.open(`${at}/${step}`);

  await city.open(thread);
  await expect(city.page.locator('main')).toContainText('How large is the office?');
  await city.page.locator('[name=body]').fill('Four desks.');
  await city.page.locator('form:has([name=body]) button.main').last().click();
  await city.judge();

  await staff.open(`${at}/outcome`);
  await staff.page.locator('[name=outcome]').first().check({ force: true });
  await staff.page.locator('[name=note]').fill('Two examples sent.');
  await staff.page.locator('main form button.main').last().click();
  await staff.judge();
  await expect(staff.page.locator('main')).toContainText('Resolved');

  await city.open(await linkIn('survey'));
  await city.page.locator('input[name=helped][value=yes]').check();
  await city.page.locator('input[name=ease]').last().check();
  await city.page.locator('main form button.main').last().click();
  await city.judge();
  await expect(city.page.locator('h1')).toContainText('Thank');
});
