import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../kernel/calendar-date.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson, grantRoleTo } from '../people/builders.ts';
import { answerInvitation, answerInvitationByLink, readLink } from './actions/answer-invitation.ts';
import { decideException } from './actions/decide-exception.ts';
import { inviteCities } from './actions/invite-cities.ts';
import { planInvitations } from './actions/plan-invitations.ts';
import { remindInvited } from './actions/remind.ts';
import { sayQuiet } from './actions/say-quiet.ts';
import { setBudget } from './actions/set-budget.ts';
import { anActivity } from './builders.ts';
import { findActivity } from './store/activities.ts';
import { listAsksOf, noteAsk } from './store/asks.ts';
import { listWaitingExceptions } from './store/exceptions.ts';
import { findInvitation, listInvitations } from './store/invitations.ts';

const world = await testWorld();
const worker = asWorker(world);
const today = dayInUtc(new Date());
let staff: Actor;
let colleague: Actor;
let director: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  staff = someone('staff-support', { personId: await aPerson(worker), name: 'Amina' });
  colleague = someone('staff-fund', { personId: await aPerson(worker), name: 'Bruno' });
  director = someone('director', { personId: await aPerson(worker), name: 'Dina' });
});

const asSystem = <T>(work: Parameters<typeof atomically<T>>[2]) => atomically(worker, systemActor, work);

/** A city with one focal point, who reads French. */
async function aReachableCity(name: string): Promise<{ id: string; focal: Actor; email: string }> {
  const city = await asSystem((tx) => aCity(tx, { name }));
  const email = `${name.toLowerCase()}@example.org`;
  const personId = await aPerson(worker, { name: `Focal of ${name}`, email });
  await worker.db
    .updateTable('people.person')
    .set({ preferred_language: 'fr' })
    .where('id', '=', personId)
    .execute();
  await grantRoleTo(worker, personId, 'city-focal-point', { cityId: city.id });
  return { id: city.id, email, focal: someone('city-focal-point', { personId, cityId: city.id }) };
}

const invite = (actor: Actor, activityId: string, cityId: string, reason: string | null = null) =>
  inviteCities(world, actor, { activityId, cityIds: [cityId], reason });
const plan = (activityId: string, cityId: string) =>
  reading(world, staff, async (tx) => {
    const activity = await findActivity(tx, activityId);
    return activity && (await planInvitations(tx, activity, [cityId], today))[0];
  });
async function askTimes(cityId: string, times: number): Promise<void> {
  const what = { en: 'x', fr: 'x', es: 'x', pt: 'x', ar: 'x' };
  await asSystem(async (tx) => {
    for (let n = 0; n < times; n++)
      await noteAsk(tx, {
        id: world.newId(),
        cityId,
        askedBy: 'support-desk',
        record: `case ${world.newId()}`,
        kind: 'question',
        what,
        path: null,
        askedOn: today,
        dueOn: null,
      });
  });
}
async function linkTo(email: string): Promise<string> {
  const mail = await worker.db
    .selectFrom('platform.mail')
    .select('body')
    .where('to_address', '=', email)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return /\/programme\/invitations\/([A-Za-z0-9_-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';
}

describe('an invitation', () => {
  it('goes out in the reader’s language, counts as asked, and carries a link that only opens', async () => {
    const city = await aReachableCity('Kenema');
    const activityId = await asSystem((tx) => anActivity(tx));
    expect(await invite(staff, activityId, city.id)).toMatchObject({ sent: 1, asked: 0 });
    const mail = await worker.db
      .selectFrom('platform.mail')
      .select(['language', 'subject', 'body'])
      .where('to_address', '=', city.email)
      .executeTakeFirstOrThrow();
    expect(mail).toMatchObject({ language: 'fr', subject: 'Invitation pour Kenema : Housing course (fr)' });
    const token = await linkTo(city.email);
    const kept = await worker.db
      .selectFrom('programme.recipient')
      .select('token_hash')
      .where('email', '=', city.email)
      .executeTakeFirstOrThrow();
    expect(kept.token_hash.equals(hashToken(token))).toBe(true);
    expect((await readLink(world, token)).answer).toBeNull();
    expect((await readLink(world, token)).answer).toBeNull();
    const asks = await reading(world, staff, (tx) => listAsksOf(tx, city.id, { first: today, last: today }));
    expect(asks).toMatchObject([{ askedBy: 'programme', kind: 'invitation', settledAt: null }]);
  });

  it('is sent once for good: of two at the same moment one is told who was first', async () => {
    const city = await aReachableCity('Bo');
    const activityId = await asSystem((tx) => anActivity(tx));
    const outcomes = await Promise.allSettled([
      invite(staff, activityId, city.id),
      invite(colleague, activityId, city.id),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 409, reason: { key: 'programme:some-cannot-be-invited' } },
    });
    const first = (await asSystem((tx) => listInvitations(tx, { activityId })))[0];
    expect(await plan(activityId, city.id)).toMatchObject({
      refused: { why: 'invited', by: first?.invitedByName, on: today },
    });
    const letters = await worker.db
      .selectFrom('platform.mail')
      .select('id')
      .where('to_address', '=', city.email)
      .execute();
    expect(letters).toHaveLength(1);
  });

  it('cannot stand twice in the database, whoever writes it (the lock and the rule switched off)', async () => {
    const activityId = await asSystem((tx) => anActivity(tx));
    const { id: cityId } = await asSystem((tx) => aCity(tx, { name: 'Makeni' }));
    const row = {
      activity_id: activityId,
      city_id: cityId,
      batch_id: world.newId(),
      language: 'en',
      subject: 's',
      body: 'b',
      invited_by_name: 'x',
    };
    const write = () =>
      worker.db
        .insertInto('programme.invitation')
        .values({ ...row, id: world.newId() })
        .execute();
    await write();
    await expect(write()).rejects.toMatchObject({ constraint: 'invited_once_for_good' });
  });

  it('is refused where nobody is known, and to whom it is not open', async () => {
    const { id } = await asSystem((tx) => aCity(tx, { name: 'Koidu', secondaryCity: false }));
    const open = await asSystem((tx) => anActivity(tx));
    expect((await plan(open, id))?.refused).toEqual({ why: 'nobody' });
    const shut = await asSystem((tx) => anActivity(tx, { onlySecondary: true }));
    expect((await plan(shut, id))?.refused).toEqual({ why: 'not-open' });
    await expect(invite(staff, shut, id)).rejects.toMatchObject({ status: 409 });
  });

  it('is answered by the city alone: a no with its reason stands, "later" needs a day', async () => {
    const city = await aReachableCity('Lungi');
    const activityId = await asSystem((tx) => anActivity(tx));
    await invite(staff, activityId, city.id);
    const token = await linkTo(city.email);
    const said = { answer: 'no', reason: null, laterOn: null } as const;
    await expect(answerInvitationByLink(world, token, said)).rejects.toMatchObject({ field: 'reason' });
    await expect(answerInvitationByLink(world, token, { ...said, answer: 'later' })).rejects.toMatchObject({
      field: 'laterOn',
    });
    await answerInvitationByLink(world, token, { answer: 'later', reason: null, laterOn: addDays(today, 5) });
    const invitation = await asSystem((tx) => findInvitation(tx, { activityId, cityId: city.id }));
    const ids = { invitationId: invitation?.id ?? '', cityId: city.id };
    await expect(answerInvitation(world, staff, { ...said, ...ids })).rejects.toMatchObject({ status: 404 });
    await answerInvitation(world, city.focal, { ...said, reason: 'No time', ...ids });
    await expect(
      answerInvitationByLink(world, token, { answer: 'yes', reason: null, laterOn: null }),
    ).rejects.toMatchObject({ reason: { key: 'programme:no-stands' } });
    const [ask] = await asSystem((tx) => listAsksOf(tx, city.id, { first: today, last: today }));
    expect(ask?.settledAt).not.toBeNull();
  });

  it('is reminded of once and never again', async () => {
    const city = await aReachableCity('Kambia');
    const activityId = await asSystem((tx) => anActivity(tx));
    await invite(staff, activityId, city.id);
    const token = await linkTo(city.email);
    const count = async () =>
      (
        await worker.db
          .selectFrom('platform.mail')
          .select('id')
          .where('to_address', '=', city.email)
          .execute()
      ).length;
    await remindInvited(worker);
    expect(await count()).toBe(1);
    const later = { ...worker, now: () => new Date(Date.now() + 12 * 86_400_000) };
    await remindInvited(later);
    await remindInvited(later);
    expect(await count()).toBe(2);
    expect(await linkTo(city.email)).toBe(token);
  });
});

describe('the contact budget', () => {
  it('beyond it wants a reason and a second person', async () => {
    const city = await aReachableCity('Moyamba');
    const activityId = await asSystem((tx) => anActivity(tx));
    await askTimes(city.id, 4);
    expect((await plan(activityId, city.id))?.beyond?.room?.slice(8)).toBe('01');
    await expect(invite(director, activityId, city.id)).rejects.toMatchObject({ field: 'reason' });
    expect(await invite(director, activityId, city.id, 'Their council meets')).toMatchObject({
      sent: 0,
      asked: 1,
    });
    const [waiting] = await asSystem((tx) => listWaitingExceptions(tx, activityId));
    const decide = (actor: Actor, decision: 'yes' | 'no') =>
      decideException(world, actor, { exceptionId: waiting?.id ?? '', decision, whyNot: null });
    await expect(decide(director, 'yes')).rejects.toMatchObject({
      reason: { key: 'programme:asker-may-not-consent' },
    });
    await expect(decide(staff, 'yes')).rejects.toMatchObject({ status: 403 });
    const second = someone('director', { personId: await aPerson(worker) });
    await expect(decide(second, 'no')).rejects.toMatchObject({ field: 'whyNot' });
    await decide(second, 'yes');
    const sent = await asSystem((tx) => findInvitation(tx, { activityId, cityId: city.id }));
    expect(sent).toMatchObject({ invitedByName: 'Dina', exceptionId: waiting?.id });
  });

  it('of one city is the director’s to change; a stale change shows both', async () => {
    const city = await aReachableCity('Pujehun');
    const said = { cityId: city.id, perMonth: 1, why: 'Small office', version: 0 };
    await expect(setBudget(world, staff, said)).rejects.toMatchObject({ status: 403 });
    await setBudget(world, director, said);
    await expect(setBudget(world, director, said)).rejects.toMatchObject({ status: 409, version: 1 });
    await askTimes(city.id, 1);
    const activityId = await asSystem((tx) => anActivity(tx));
    expect(await plan(activityId, city.id)).toMatchObject({ use: { used: 1, perMonth: 1 }, beyond: {} });
  });

  it('is known no more in an emergency, nor is quiet; else quiet refuses with its day', async () => {
    const city = await aReachableCity('Kailahun');
    await sayQuiet(world, city.focal, { cityId: city.id, until: addDays(today, 20), why: null });
    const [usual, urgent] = await asSystem(async (tx) => [
      await anActivity(tx),
      await anActivity(tx, { emergency: true }),
    ]);
    expect((await plan(usual ?? '', city.id))?.refused).toEqual({ why: 'quiet', until: addDays(today, 20) });
    await expect(invite(staff, usual ?? '', city.id, 'Please')).rejects.toMatchObject({ status: 409 });
    await askTimes(city.id, 9);
    expect(await invite(staff, urgent ?? '', city.id)).toMatchObject({ sent: 1 });
  });
});
