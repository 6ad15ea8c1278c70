import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { atomically, reading, type Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { draftBulletin } from './actions/bulletins.ts';
import { openResponse } from './actions/open-response.ts';
import { askForUpdates } from './actions/subscribe.ts';
import { writeNote } from './actions/write-note.ts';
import { aColleague, aResponse, aSide, flood } from './builders.ts';
import { findRecord } from './store/record.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';

const canary = 'canary-7f3a';

let world: TestWorld;
let worker: World;
let cityId: string;
let otherCity: string;
let keeper: Actor;
let mayor: Actor;
let responseId: string;
let draftId: string;
let needId: string;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
  ({ id: otherCity } = await aCity(worker.db, { name: 'Bo' }));
  keeper = await aColleague(worker, 'Amina', 'staff-support');
  mayor = await aColleague(worker, 'Mayor', 'mayor', cityId);
  responseId = await aResponse(world, keeper, { cityId });
  draftId = await openResponse(world, keeper, { ...flood, cityId: null, title: canary, what: canary });
  needId = await aSide(world, worker, 'need', { responseId, cityId, what: canary, mayShow: false });
  await aSide(world, worker, 'offer', { responseId, cityId: otherCity, what: canary, mayShow: true });
  const note = { responseId, cityId, on: calendarDate('2026-11-02'), language: 'en', needs: null } as const;
  for (const audience of ['city', 'council', 'network'] as const)
    await writeNote(world, keeper, {
      ...note,
      body: `${canary} ${audience}`,
      numbers: [],
      audience,
      corrects: null,
    });
  await draftBulletin(world, keeper, {
    responseId,
    texts: { en: { subject: canary, body: canary } },
    firstLanguage: 'en',
  });
  const wish = { responseId, title: 'x', address: `${canary}@reader.example`, language: 'en' } as const;
  await askForUpdates(world, wish, '192.0.2.9');
});
afterAll(() => world.close());

/** The whole record as the database gives it to somebody, no permission asked. */
const recordAs = (actor: Actor, id: string) =>
  reading(world, actor, async (tx) => JSON.stringify((await findRecord(tx, { id })) ?? null));

describe('the second wall', () => {
  it('shows the public and strangers nothing of drafts, unverified sides, notes for others, or readers', async () => {
    expect(JSON.stringify(await findRecord(world.publicDb, { id: responseId }))).not.toContain(canary);
    expect(await findRecord(world.publicDb, { id: draftId })).toBeUndefined();
    expect(await recordAs(anonymous, responseId)).not.toContain(canary);
    expect(await recordAs(anonymous, draftId)).toBe('null');
  });

  it('shows another city only what is for the network, a city its own, staff what is theirs', async () => {
    const seenBy = async (actor: Actor) => {
      const text = await recordAs(actor, responseId);
      return ['city', 'council', 'network'].filter((audience) => text.includes(`${canary} ${audience}`));
    };
    expect(await seenBy(someone('mayor', { cityId: otherCity }))).toEqual(['network']);
    expect(await seenBy(someone('funder'))).toEqual([]);
    expect(await seenBy(mayor)).toEqual(['city', 'network']);
    expect(await seenBy(someone('finance'))).toEqual(['council', 'network']);
    expect(await seenBy(keeper)).toEqual(['city', 'council', 'network']);
    expect(await recordAs(someone('mayor', { cityId: otherCity }), draftId)).toBe('null');
  });

  it('opens subscriptions to nobody but the worker', async () => {
    for (const actor of [anonymous, mayor, keeper, someone('director')])
      await expect(
        reading(world, actor, (tx) => sql`select address from emergency.subscription`.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' });
  });

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    [
      'a page of their own',
      (tx) =>
        tx
          .insertInto('emergency.response')
          .values({
            id: world.newId(),
            slug: 'forged',
            starts_on: '2026-01-01',
            countries: ['SL'],
            opened_by: mayor.personId ?? '',
          })
          .execute(),
    ],
    [
      'a note in another city’s name',
      (tx) =>
        tx
          .insertInto('emergency.situation_note')
          .values({
            id: world.newId(),
            response_id: responseId,
            city_id: cityId,
            on_date: '2026-11-02',
            language: 'en',
            body: 'forged',
            audience: 'public',
            from_city: true,
            author_id: mayor.personId ?? '',
          })
          .execute(),
    ],
    [
      'a need that vouches for itself',
      (tx) =>
        tx
          .insertInto('emergency.need')
          .values({
            id: world.newId(),
            response_id: responseId,
            city_id: cityId,
            kind: 'other',
            what: 'forged',
            may_show: true,
            case_id: world.newId(),
            reference: 'MMC-2026-0001-K',
            verified_by: keeper.personId,
            verified_how: 'forged',
          })
          .execute(),
    ],
    [
      'a pairing',
      (tx) =>
        tx
          .insertInto('emergency.pairing')
          .values({ id: world.newId(), need_id: needId, offer_id: needId })
          .execute(),
    ],
  ])('lets nobody but those who may write %s', async (_what, write) => {
    for (const actor of [anonymous, someone('mayor', { cityId: otherCity }), someone('finance')])
      await expect(atomically(world, actor, write), actor.name).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps notes, checks and steps as they were written, even from keepers', async () => {
    for (const table of ['situation_note', 'resource_check', 'pairing_step'])
      for (const change of [
        sql`update ${sql.table(`emergency.${table}`)} set id = id`,
        sql`delete from ${sql.table(`emergency.${table}`)}`,
      ])
        await expect(atomically(world, keeper, (tx) => change.execute(tx))).rejects.toMatchObject({
          code: '42501',
        });
  });

  it('sends no update on its writer’s word alone', async () => {
    await expect(
      atomically(world, keeper, (tx) =>
        tx
          .updateTable('emergency.bulletin')
          .set({ sent_by: keeper.personId, sent_at: new Date() })
          .where('response_id', '=', responseId)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });
});
