import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../kernel/calendar-date.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson, grantRoleTo } from '../people/builders.ts';
import { inviteCities } from './actions/invite-cities.ts';
import { anActivity, inFive } from './builders.ts';

const canary = 'CANARY-5c1d2';
const tables = [
  'activity',
  'letter',
  'exception',
  'invitation',
  'recipient',
  'ask',
  'contact_budget',
  'quiet',
];
const world = await testWorld();
const worker = asWorker(world);
const today = dayInUtc(new Date());
let mine = '';
let theirs = '';
let activityId = '';
let focal: Actor;
let staff: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  [mine, theirs, activityId] = (await atomically(worker, systemActor, async (tx) => [
    (await aCity(tx, { name: 'Kenema' })).id,
    (await aCity(tx, { name: 'Bo' })).id,
    await anActivity(tx, { title: inFive('Course') }),
  ])) as [string, string, string];
  for (const [cityId, email] of [
    [mine, 'mine@example.org'],
    [theirs, `${canary.toLowerCase()}@example.org`],
  ] as const) {
    const personId = await aPerson(worker, { name: cityId === theirs ? canary : 'Ama', email });
    await grantRoleTo(worker, personId, 'mayor', { cityId });
  }
  focal = someone('city-focal-point', { personId: await aPerson(worker), cityId: mine });
  staff = someone('staff-support', { personId: await aPerson(worker) });
  await inviteCities(world, staff, { activityId, cityIds: [mine, theirs], reason: null });
  await sql`insert into programme.letter (activity_id, language, subject, body) values (${activityId}, 'en', ${canary}, 'x')`.execute(
    worker.db,
  );
  await sql`insert into programme.quiet (id, city_id, from_date, until, why) values (${world.newId()}, ${theirs}, ${today}, ${addDays(today, 3)}, ${canary})`.execute(
    worker.db,
  );
  await sql`insert into programme.contact_budget (id, city_id, per_month, why) values (${world.newId()}, ${theirs}, 2, ${canary})`.execute(
    worker.db,
  );
  await sql`insert into programme.exception (id, activity_id, city_id, reason, used, per_month, asked_by_name) values (${world.newId()}, ${activityId}, ${theirs}, ${canary}, 4, 4, 'x')`.execute(
    worker.db,
  );
});

async function seen(actor: Actor): Promise<string[]> {
  return await reading(world, actor, async (tx) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{
        row: string;
      }>`select t::text as row from ${sql.table(`programme.${table}`)} t`.execute(tx);
      found.push(...rows.map(({ row }) => `${table} ${row}`));
    }
    return found;
  });
}
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: '42501' });
const asks = (actor: Actor, work: Parameters<typeof atomically>[2]) => atomically(world, actor, work);

describe('behind the second wall, with the first switched off', () => {
  it('a city sees its own invitation, asks and the usual budget, and of another city nothing', async () => {
    const rows = await seen(focal);
    expect(rows.join('\n')).not.toContain(canary);
    expect(rows.filter((row) => row.includes(theirs))).toEqual([]);
    const kinds = rows.map((row) => row.split(' ')[0]);
    expect(kinds).toEqual(['activity', 'invitation', 'ask', 'contact_budget']);
  });

  it('staff see the canaries (they are really there)', async () => {
    const tablesSeen = (await seen(staff))
      .filter((row) => row.includes(canary))
      .map((row) => row.split(' ')[0]);
    expect([...new Set(tablesSeen)]).toEqual([
      'letter',
      'exception',
      'invitation',
      'recipient',
      'contact_budget',
      'quiet',
    ]);
  });

  it.each(['partner', 'reviewer', 'funder', 'board-member'] as const)(
    '%s sees nothing of it',
    async (role) => {
      expect(await seen(someone(role))).toEqual([]);
    },
  );

  it('nobody sees anything without a context, and the public role may not even ask', async () => {
    expect(await seen(anonymous)).toEqual([]);
    for (const table of tables)
      await refused(sql`select 1 from ${sql.table(`programme.${table}`)}`.execute(world.publicDb));
  });

  it('staff cannot answer for a city, nor a city for another', async () => {
    for (const [actor, city] of [
      [staff, theirs],
      [focal, theirs],
    ] as const) {
      const { numUpdatedRows } = (await asks(actor, (tx) =>
        tx
          .updateTable('programme.invitation')
          .set({ answer: 'yes', answered_at: new Date(), answered_by: actor.personId })
          .where('city_id', '=', city)
          .executeTakeFirst(),
      )) as { numUpdatedRows: bigint };
      expect(numUpdatedRows).toBe(0n);
    }
  });

  it('finance invites nobody, and nobody invites in another’s name', async () => {
    const row = (invited_by: string | null) => ({
      id: world.newId(),
      activity_id: activityId,
      city_id: mine,
      batch_id: world.newId(),
      language: 'en',
      subject: 's',
      body: 'b',
      invited_by,
      invited_by_name: 'x',
    });
    const finance = someone('finance', { personId: await aPerson(worker) });
    await refused(
      asks(finance, (tx) => tx.insertInto('programme.invitation').values(row(finance.personId)).execute()),
    );
    await refused(
      asks(staff, (tx) => tx.insertInto('programme.invitation').values(row(finance.personId)).execute()),
    );
  });

  it('only the director sets a budget and consents, and not to what they asked themself', async () => {
    await refused(
      asks(staff, (tx) =>
        tx
          .insertInto('programme.contact_budget')
          .values({ id: world.newId(), city_id: mine, per_month: 9, set_by: staff.personId })
          .execute(),
      ),
    );
    const consent = (actor: Actor) =>
      asks(actor, (tx) =>
        tx
          .updateTable('programme.exception')
          .set({ decision: 'yes', decided_by: actor.personId, decided_at: new Date() })
          .executeTakeFirst(),
      ) as Promise<{ numUpdatedRows: bigint }>;
    expect((await consent(staff)).numUpdatedRows).toBe(0n);
    const director = someone('director', { personId: await aPerson(worker) });
    await sql`update programme.exception set asked_by = ${director.personId}`.execute(worker.db);
    expect((await consent(director)).numUpdatedRows).toBe(0n);
    await expect(
      sql`update programme.exception set decision = 'yes', decided_by = asked_by, decided_at = now()`.execute(
        worker.db,
      ),
    ).rejects.toMatchObject({ constraint: 'a_second_person_consents' });
  });

  it('a city asks for quiet for itself alone', async () => {
    await refused(
      asks(focal, (tx) =>
        tx
          .insertInto('programme.quiet')
          .values({
            id: world.newId(),
            city_id: theirs,
            from_date: today,
            until: today,
            said_by: focal.personId,
          })
          .execute(),
      ),
    );
  });
});
