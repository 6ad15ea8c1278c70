import { expect, test } from './support/journey.ts';

test('staff open an emergency’s page in minutes, a city asks, another offers, and both are brought together', async ({
  reader,
}) => {
  test.setTimeout(240_000);
  const title = `Journey flood ${Date.now() % 100_000}`;
  const staff = await reader({ script: false, as: 'Trial staff, city support' });
  const { page } = staff;
  const press = (name: string) =>
    page.getByRole('main').getByRole('button', { name, exact: true }).first().click();

  await staff.open('/workspace/emergencies/new');
  await press('See the preview');
  expect(await page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(3);
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=what]').fill('The river rose in one night.');
  await page.locator('[name=country]').selectOption({ index: 5 });
  await page.locator('input[name=citySearch]').fill('Trial City 1');
  await press('Search');
  await page.locator('input[type=radio][name=city]').first().check();
  await press('See the preview');
  await staff.judge();
  await press('Publish now');
  await expect(page.locator('main')).toContainText('A second person should confirm this page');
  await staff.judge();
  const desk = new URL(page.url()).pathname;
  const at = (await page.locator('main a[href^="/emergencies/"]').first().getAttribute('href')) ?? '';

  const director = await reader({ script: false, as: 'Trial director' });
  await director.open(desk);
  await director.page.getByRole('button', { name: 'Confirm the page' }).click();
  await expect(director.page.locator('main')).not.toContainText('should confirm');

  await staff.open(`${desk}/resources/new`);
  await page.locator('[name=kind]').selectOption('hotline');
  await page.locator('[name=title]').fill('Journey line');
  await page.locator('[name=what]').fill('Day and night.');
  await page.locator('[name=offeredBy]').fill('Trial City 1');
  await page.locator('[name=contact]').fill('+00 000 000 002');
  await press('Save the resource');
  await staff.judge();

  const clerk = await reader({ script: false, width: 360 });
  await clerk.open(at);
  await expect(clerk.page.locator('#resources')).toContainText('Journey line');
  for (const [door, what] of [
    ['ask', '40 beds'],
    ['offer', 'A hall with 50 beds'],
  ] as const) {
    await clerk.open(`${at}/${door}`);
    await clerk.page.locator('input[name=citySearch]').fill(door === 'ask' ? 'Trial City 1' : 'Trial City 2');
    await clerk.page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
    await clerk.page.locator('input[type=radio][name=city]').first().check();
    await clerk.page.locator('[name=kind]').selectOption('shelter');
    await clerk.page.locator('[name=what]').fill(what);
    await clerk.page.locator('[name=details]').fill('By the weekend.');
    await clerk.page.locator('[name=mayShow]').check();
    await clerk.page.locator('[name=name]').fill('Clerk');
    await clerk.page.locator('[name=role]').fill('Clerk');
    await clerk.page.locator('[name=email]').fill('clerk@trial.invalid');
    await clerk.page.locator('main form button.main').last().click();
    await expect(clerk.page.locator('h1')).toContainText(door === 'ask' ? 'your request' : 'your offer');
    await clerk.judge();
  }

  await staff.open(`${desk}/help`);
  for (const side of ['needs', 'offers']) {
    await page.locator(`#${side} details summary`).first().click();
    await page.locator(`#${side} [name=how]`).first().fill('Called back');
    await page.locator(`#${side} details button.main`).first().click();
  }
  await page.locator('[name=need]').selectOption({ index: 1 });
  await page.locator('[name=offer]').selectOption({ index: 1 });
  await press('Bring an offer to a need');
  await staff.judge();
  await page.locator('#pairings').getByRole('link', { name: 'Open', exact: true }).first().click();
  await page.locator('input[name=to][value=agreed]').check();
  await press('Note the step');
  await staff.judge();
  await clerk.open(`${at}?seen=${Date.now()}`);
  await expect(clerk.page.locator('#help')).toContainText('Agreed');
});

test('a focal point writes how the city stands, and a reader subscribes with two steps', async ({
  reader,
}) => {
  const focal = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  await focal.open('/portal/emergencies');
  await focal.page
    .getByRole('link', { name: /Trial: floods/ })
    .first()
    .click();
  await focal.judge();
  await focal.page.getByRole('link', { name: 'Write how the city stands' }).first().click();
  await focal.page.locator('[name=body]').fill('The market is open again.');
  await focal.page.locator('[name=what1]').fill('People in shelters');
  await focal.page.locator('[name=value1]').fill('310');
  await focal.page.locator('input[name=audience][value=public]').check();
  await focal.page.locator('main form button.main').last().click();
  await expect(focal.page.locator('.error-summary')).toContainText('Say who counted.');
  await focal.judge();
  await focal.page.locator('[name=source1]').fill('City register');
  await focal.page.locator('main form button.main').last().click();
  await expect(focal.page.locator('#notes')).toContainText('The market is open again.');
  await focal.judge();

  const anyone = await reader({ script: false, width: 360 });
  await anyone.open('/ar/emergencies');
  await anyone.open('/ar/emergencies/trial-floods');
  await anyone.open('/emergencies/trial-floods/updates');
  await anyone.page.locator('[name=email]').fill('reader@trial.invalid');
  await anyone.page.locator('main form button.main').last().click();
  await expect(anyone.page.locator('h1')).toContainText('Look in your mailbox');
  const clerk = await reader({ script: false, as: 'Trial administrator' });
  await clerk.open('/workspace/mail');
  const mails = await clerk.page.locator('main').innerText();
  const texts = await clerk.page.locator('main pre').allTextContents();
  expect(mails).toContain('reader@trial.invalid');
  const link = /\/emergencies\/updates\/[\w-]{43}/.exec(texts.join('\n'))?.[0] ?? '';
  await anyone.open(link);
  await anyone.page.getByRole('button', { name: 'Yes, send me updates' }).click();
  await expect(anyone.page.locator('h1')).toContainText('You get updates');
  await anyone.judge();
});
