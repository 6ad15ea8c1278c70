import { expect, test } from './support/journey.ts';

test('anyone reads a course, checks themselves and takes it along, without an account or JavaScript', async ({
  reader,
}) => {
  const anyone = await reader({ script: false, width: 360 });
  await anyone.open('/training');
  await anyone.page.getByRole('link', { name: 'Saying what your city needs' }).click();
  await anyone.judge();
  await anyone.page.getByRole('link', { name: 'Begin reading' }).click();
  await anyone.judge();
  await anyone.page.getByRole('button', { name: 'Check my answers' }).click();
  expect(await anyone.page.locator('.error-summary li').count()).toBe(1);
  await anyone.page.getByLabel(/before 1 September/).check();
  await anyone.page.getByRole('button', { name: 'Check my answers' }).click();
  await expect(anyone.page.getByText('You passed this module')).toBeVisible();
  await anyone.judge();
  await anyone.open('/training/courses/trial-saying-what-your-city-needs/print');
  const book = await anyone.page.request.get(
    new URL('/ar/training/courses/trial-saying-what-your-city-needs/book.epub', anyone.page.url()).href,
  );
  expect(book.headers()['content-type']).toBe('application/epub+zip');

  await anyone.open('/ar/training');
  await anyone.open('/certificates');
});

test('a trainer plans an event and somebody registers; a signed-in learner keeps their progress', async ({
  reader,
}) => {
  const trainer = await reader({ script: false, as: 'Trial staff, city support' });
  await trainer.open('/workspace/training');
  await trainer.open('/workspace/training/events/new');
  await trainer.page.getByRole('button', { name: 'Save the event' }).click();
  expect(await trainer.page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(4);
  const { page } = trainer;
  await page.getByLabel('Title in English').fill('A session planned on the way');
  await page.getByLabel('What it is about, in English').fill('We try it out.');
  await page.getByLabel('Place, or name of the online room').fill('Room 1');
  await page.locator('[name=day]').fill('2030-05-06');
  await page.locator('[name=time]').fill('14:30');
  await page.locator('[name=closesDay]').fill('2030-05-05');
  await page.getByRole('button', { name: 'Save the event' }).click();
  await trainer.judge();
  await page.getByRole('button', { name: 'Open registration' }).click();
  await trainer.judge();
  await page.getByRole('link', { name: 'Public page' }).click();

  const guest = await reader({ script: false, width: 360 });
  await guest.open(new URL(page.url()).pathname);
  await guest.page.getByRole('link', { name: 'Register' }).click();
  await guest.judge();
  await guest.page.getByLabel('Your name').fill('A guest on the way');
  await guest.page.getByLabel('Your email address').fill('guest@example.org');
  await guest.page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(guest.page.getByRole('heading', { name: 'Look at your mail' })).toBeVisible();
  await guest.judge();

  await trainer.open('/workspace/training/courses/new');
  const learner = await reader({ script: false, width: 360, as: 'Trial focal point, Freetown' });
  await learner.open('/portal/training');
  await learner.open('/training/courses/trial-saying-what-your-city-needs/start');
  await learner.page.getByLabel('Your email address').fill('focal@example.org');
  await learner.page.getByRole('button', { name: 'Start the course' }).click();
  await learner.judge();
  await learner.page.getByRole('link', { name: 'Begin reading' }).click();
  await learner.page.getByLabel(/before 1 September/).check();
  await learner.page.getByRole('button', { name: 'Check my answers' }).click();
  await expect(learner.page.getByText('You passed this module')).toBeVisible();
  await learner.judge();
});
