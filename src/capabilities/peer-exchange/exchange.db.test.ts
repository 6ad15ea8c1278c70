import { afterAll, describe, expect, it } from 'vitest';
import { reading } from '../../platform/database/atomically.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import { answerIntroduction, answerIntroductionByLink, readLink } from './actions/answer-introduction.ts';
import { confirmRound } from './actions/confirm-round.ts';
import { completeExchange } from './actions/end-exchange.ts';
import { askWhatChanged, sayWhatChanged, sayWhatChangedByLink } from './actions/follow-up.ts';
import { cancelSession, moveSession, planSession, recordSession } from './actions/sessions.ts';
import { settleExchange } from './actions/settle-exchange.ts';
import { tasksFor } from './actions/tasks-for.ts';
import { exchangeScene, matchedRound } from './builders-exchange.ts';
import { findExchange, listExchanges, listParticipants } from './store/exchanges.ts';
import { exchangeFigures } from './store/figures.ts';
import { listDue, listFollowUps } from './store/follow-ups.ts';
import { findLatestRun } from './store/runs.ts';

const scene = await exchangeScene();
const { world, worker, staff, focalOf, teacher, learner, spare, loner } = scene;
afterAll(() => world.close());

/** Mails to an address, newest first; letters carry one link each. */
async function mailsTo(address: string) {
  return await worker.db
    .selectFrom('platform.mail')
    .selectAll()
    .where('to_address', '=', address)
    .orderBy('created_at', 'desc')
    .execute();
}

async function tokenFor(address: string): Promise<string> {
  const [mail] = await mailsTo(address);
  const token = /exchange\/answers\/([A-Za-z0-9_-]{43})/.exec(mail?.body ?? '')?.[1];
  if (!token) throw new Error(`no link in the mail to ${address}`);
  return token;
}

const contact = { name: 'Trial contact', email: 'contact@example.org', language: 'fr' } as const;
const refused = (key: string) => expect.objectContaining({ reason: expect.objectContaining({ key }) });

describe('an introduction', () => {
  let exchangeId = '';
  let roundId = '';

  it('goes out in two letters, once, with reasons and without contacts', async () => {
    const matched = await matchedRound(scene);
    roundId = matched.roundId;
    const once = { key: world.newId(), route: '/confirmation', bodyHash: 'x' };
    expect(await confirmRound(world, staff, matched, once)).toBe(1);
    expect(await confirmRound(world, staff, matched, once)).toBe(1);
    const [exchange] = await listExchanges(worker.db, { roundId });
    exchangeId = exchange?.id ?? '';
    const [letter, ...more] = await mailsTo(teacher.email);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Would your city like to meet Bo?');
    expect(letter?.body).toContain('Bo teaches Kenema: Health.');
    expect(letter?.body).not.toContain(learner.email);
  });

  it('is opened by its own link only, of which no copy is kept', async () => {
    const token = await tokenFor(teacher.email);
    expect(await readLink(world, token)).toMatchObject({ purpose: 'consent', cityId: teacher.id });
    for (const wrong of [
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      'x',
      hashToken(token).toString('hex'),
    ])
      await expect(readLink(world, wrong)).rejects.toMatchObject({ status: 404 });
  });

  it('may not be answered for another city, nor by staff', async () => {
    const said = { exchangeId, cityId: learner.id, answer: 'yes', contact } as const;
    await expect(answerIntroduction(world, focalOf(teacher), said)).rejects.toMatchObject({ status: 403 });
    await expect(answerIntroduction(world, staff, said)).rejects.toMatchObject({ status: 403 });
  });

  it('keeps contacts back until all have said yes, then sends them to all, once', async () => {
    await answerIntroductionByLink(world, await tokenFor(teacher.email), { answer: 'yes', contact });
    await settleExchange(worker, exchangeId);
    expect((await findExchange(worker.db, exchangeId))?.stage).toBe('asking');
    const seen = await reading(world, focalOf(learner), (tx) => listParticipants(tx, [exchangeId]));
    expect(seen.map(({ cityId }) => cityId)).toEqual([learner.id]);

    const said = {
      exchangeId,
      cityId: learner.id,
      answer: 'yes',
      contact: { ...contact, email: 'housing@bo.example.org' },
    } as const;
    await answerIntroduction(world, focalOf(learner), said);
    await answerIntroduction(world, focalOf(learner), said);
    await settleExchange(worker, exchangeId);
    await settleExchange(worker, exchangeId);
    expect((await findExchange(worker.db, exchangeId))?.stage).toBe('agreed');
    const mails = await mailsTo('housing@bo.example.org');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain('contact@example.org');
    expect(mails[0]?.language).toBe('fr');
    expect((await reading(world, focalOf(learner), (tx) => listParticipants(tx, [exchangeId]))).length).toBe(
      2,
    );
  });

  it('is closed to late answers', async () => {
    const token = await tokenFor(teacher.email);
    await expect(answerIntroductionByLink(world, token, { answer: 'no', contact })).rejects.toEqual(
      refused('peer-exchange:answer-closed'),
    );
  });

  it('is not proposed again to the same two', async () => {
    const next = await matchedRound(scene);
    const result = (await findLatestRun(worker.db, next.roundId))?.result;
    expect(result?.proposals.map(({ cities }) => cities.toSorted())).toEqual([
      [teacher.id, spare.id].toSorted(),
    ]);
    await confirmRound(world, staff, next);
    const [exchange] = await listExchanges(worker.db, { roundId: next.roundId });
    await answerIntroductionByLink(world, await tokenFor(spare.email), { answer: 'no', contact });
    await settleExchange(worker, exchange?.id ?? '');
    const [toOther] = await mailsTo(teacher.email);
    expect(toOther?.subject).toBe('Not this time: Makeni');
    expect(toOther?.body).not.toMatch(/declin|said no|refus/i);
    expect(await mailsTo('contact@example.org')).toHaveLength(1);
  });

  it('becomes sessions with calendar invitations that move and cancel, an engagement and an announcement', async () => {
    const startsAt = new Date(Date.now() + 86_400_000);
    const plan = {
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      place: 'https://call.example.org/x',
      agenda: 'Rent boards',
    };
    await expect(planSession(world, focalOf(loner), { ...plan, exchangeId })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      planSession(world, focalOf(teacher), { ...plan, exchangeId, startsAt: new Date(0) }),
    ).rejects.toEqual(refused('peer-exchange:in-the-past'));
    const sessionId = await planSession(world, focalOf(teacher), { ...plan, exchangeId });
    await moveSession(world, focalOf(learner), { ...plan, sessionId, version: 1, place: 'City hall' });
    await expect(moveSession(world, staff, { ...plan, sessionId, version: 1 })).rejects.toMatchObject({
      status: 409,
    });
    const other = await planSession(world, staff, { ...plan, exchangeId });
    await cancelSession(world, staff, { sessionId: other, version: 1, why: 'A holiday.' });
    const files = (await mailsTo('housing@bo.example.org')).flatMap((mail) =>
      (mail.attachments as { type: string; base64: string }[]).map(({ type, base64 }) => ({
        type,
        text: Buffer.from(base64, 'base64').toString(),
      })),
    );
    expect(files).toHaveLength(4);
    const moved = files.find(({ text }) => text.includes('SEQUENCE:1') && text.includes(sessionId));
    expect(moved?.type).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(moved?.text).toContain(`UID:${sessionId}@`);
    expect(moved?.text).toMatch(/DTSTART:\d{8}T\d{6}Z/);
    expect(files.find(({ text }) => text.includes('METHOD:CANCEL'))?.text).toContain('STATUS:CANCELLED');

    const record = {
      sessionId,
      version: 2,
      notes: 'Good',
      came: [teacher.id, learner.id],
      actions: [],
    };
    await expect(recordSession(world, focalOf(teacher), record)).rejects.toEqual(
      refused('peer-exchange:not-begun'),
    );
    world.setNow(new Date(startsAt.getTime() + 7_200_000));
    await expect(recordSession(world, focalOf(teacher), { ...record, came: [teacher.id] })).rejects.toEqual(
      refused('peer-exchange:two-must-come'),
    );
    const action = { cityId: learner.id, what: 'Send the rules', dueOn: '2027-03-01' as never };
    await recordSession(world, focalOf(teacher), { ...record, actions: [action] });
    const waiting = await reading(world, focalOf(learner), (tx) =>
      tasksFor(tx, focalOf(learner), world.now()),
    );
    expect(waiting.map(({ what }) => what.key)).toContain('peer-exchange:task.agreed-action');
  });

  it('is followed up after 90 days, by link or portal, each city once', async () => {
    const later = new Date(Date.now() + 95 * 86_400_000);
    expect(await listDue(worker.db, later)).toContainEqual({ id: exchangeId, what: 'ask' });
    expect(await listDue(worker.db, new Date(Date.now() + 80 * 86_400_000))).not.toContainEqual({
      id: exchangeId,
      what: 'ask',
    });
    await askWhatChanged(worker, exchangeId);
    await askWhatChanged(worker, exchangeId);
    const said = { changed: 'changed', what: 'A rent board now sits.', address: null } as const;
    const token = await tokenFor('contact@example.org');
    await sayWhatChangedByLink(world, token, said);
    await expect(sayWhatChangedByLink(world, token, said)).rejects.toEqual(
      refused('peer-exchange:follow-up-answered'),
    );
    const seen = await reading(world, focalOf(learner), (tx) => listFollowUps(tx, exchangeId));
    expect(seen.map(({ cityId }) => cityId)).toEqual([learner.id]);
    const own = { ...said, exchangeId, cityId: learner.id };
    await expect(sayWhatChanged(world, focalOf(teacher), own)).rejects.toMatchObject({ status: 403 });
    await sayWhatChanged(world, focalOf(learner), own);
    await settleExchange(worker, exchangeId);
    expect(await listDue(worker.db, later)).toContainEqual({ id: exchangeId, what: 'complete' });
    await completeExchange(worker, exchangeId);
    await completeExchange(worker, exchangeId);
    const engagements = await worker.db
      .selectFrom('city_registry.engagement')
      .select(['city_id', 'kind', 'visibility', 'object'])
      .where('record_id', '=', exchangeId)
      .execute();
    expect(engagements).toHaveLength(2);
    expect(engagements[0]).toMatchObject({ kind: 'peer-exchange', visibility: 'staff' });
    const events = await worker.db
      .selectFrom('platform.event')
      .select('payload')
      .where('kind', '=', 'exchange-completed')
      .execute();
    expect(events).toHaveLength(1);
    expect(events[0]?.payload).toMatchObject({ exchangeId, changed: 2, answered: 2 });
    expect(await reading(world, staff, (tx) => exchangeFigures(tx, roundId))).toEqual({
      proposed: 1,
      consented: 1,
      met: 1,
      followedUp: 1,
      cities: 2,
      globalSouth: 2,
      secondary: 0,
    });
  });

  it('lapses quietly when nobody answers in time, and a late link says so', async () => {
    const { roundId: lapsing, runId } = await matchedRound(scene);
    await confirmRound(world, staff, { roundId: lapsing, runId });
    const [exchange] = await listExchanges(worker.db, { roundId: lapsing });
    const cities = [teacher, learner, spare].filter((city) => exchange?.cityIds.includes(city.id));
    const token = await tokenFor(cities[0]?.email ?? '');
    world.setNow(new Date(Date.now() + 40 * 86_400_000));
    await expect(answerIntroductionByLink(world, token, { answer: 'yes', contact })).rejects.toEqual(
      refused('peer-exchange:answer-late'),
    );
    await settleExchange({ ...worker, now: () => world.now() }, exchange?.id ?? '');
    expect((await findExchange(worker.db, exchange?.id ?? ''))?.stage).toBe('not-this-time');
  });
});
