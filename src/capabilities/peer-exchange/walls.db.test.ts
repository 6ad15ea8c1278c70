import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { languages } from '../../kernel/language.ts';
import { atomically, reading, type Tx } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aPerson } from '../people/builders.ts';
import { confirmRound } from './actions/confirm-round.ts';
import { askForRun, openRound, runMatching } from './actions/rounds.ts';
import { addVeto } from './actions/say-standing.ts';
import { aParticipant } from './builders.ts';
import { routes as portal } from './pages/city/routes.tsx';
import { routes as workspace } from './pages/workspace/routes.tsx';
import { listExchanges } from './store/exchanges.ts';

const canary = 'CANARY-7f3a9';
const world = await testWorld();
const worker = asWorker(world);
let mine = '';
let theirs = '';
let unwanted = '';
let focal: Actor;
let staff: Actor;
let exchangeId = '';

const tables = ['profile', 'veto', 'round', 'wish', 'run', 'exchange', 'participant', 'session', 'follow_up'];
const seenBy = (actor: Actor, work: (tx: Tx) => Promise<unknown>) => reading(world, actor, work);

afterAll(() => world.close());
beforeAll(async () => {
  const made = await atomically(worker, systemActor, async (tx) => [
    await aParticipant(tx, { name: 'Kenema', offers: ['housing'] }),
    await aParticipant(tx, { name: 'Bo', asks: ['housing'] }),
    await aParticipant(tx, { name: 'Makeni', asks: ['education'] }),
  ]);
  [mine, theirs, unwanted] = made.map(({ id }) => id) as [string, string, string];
  focal = someone('city-focal-point', { personId: await aPerson(worker), cityId: mine });
  staff = someone('director', { personId: await aPerson(worker) });
  const other = someone('mayor', { personId: await aPerson(worker), cityId: theirs });
  await addVeto(world, other, {
    cityId: theirs,
    againstCity: unwanted,
    againstOrganisation: null,
    why: canary,
  });
  await sql`update peer_exchange.profile set contact_name = ${`${canary} name`} where city_id = ${theirs}`.execute(
    worker.db,
  );
  const round = {
    name: 'Spring',
    shape: 'pairs',
    maxPartners: 1,
    wish: 'either',
    organisationId: null,
    consentDays: 7,
  } as const;
  const roundId = await openRound(world, staff, round);
  const runId = await askForRun(world, staff, roundId);
  await runMatching(worker, runId);
  await confirmRound(world, staff, { roundId, runId });
  exchangeId = (await listExchanges(worker.db, { roundId }))[0]?.id ?? '';
});

describe('behind the second wall, with the first switched off', () => {
  it('a city sees its own rows, and of another neither vetoes nor contact nor answer', async () => {
    const rows = await seenBy(focal, async (tx) => {
      const found: string[] = [];
      for (const table of tables) {
        const { rows } = await sql<{
          row: string;
        }>`select t::text as row from ${sql.table(`peer_exchange.${table}`)} t`.execute(tx);
        found.push(...rows.map(({ row }) => `${table} ${row}`));
      }
      return found;
    });
    const text = (rows as string[]).join('\n');
    expect(text).toContain(`profile (${mine}`);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(`profile (${theirs}`);
    expect(text).not.toMatch(/^(?:round|wish|run|veto) /m);
    expect((rows as string[]).filter((row) => row.startsWith('participant'))).toHaveLength(1);
  });

  it('would show a veto to its own city (the canary is really there)', async () => {
    const own = someone('mayor', { cityId: theirs });
    const { rows } = (await seenBy(own, (tx) => sql`select why from peer_exchange.veto`.execute(tx))) as {
      rows: unknown[];
    };
    expect(rows).toEqual([{ why: canary }]);
  });

  it.each(['staff-fund', 'finance', 'administrator', 'partner', 'reviewer'] as const)(
    '%s sees nothing of it',
    async (role) => {
      for (const table of tables) {
        const { rows } = (await seenBy(someone(role, { cityId: theirs }), (tx) =>
          sql`select 1 from ${sql.table(`peer_exchange.${table}`)}`.execute(tx),
        )) as { rows: unknown[] };
        expect(rows, table).toEqual([]);
      }
    },
  );

  it('nobody sees anything without a context, nor the public role', async () => {
    for (const table of tables) {
      const { rows } = (await seenBy(anonymous, (tx) =>
        sql`select 1 from ${sql.table(`peer_exchange.${table}`)}`.execute(tx),
      )) as { rows: unknown[] };
      expect(rows, table).toEqual([]);
      await expect(
        sql`select 1 from ${sql.table(`peer_exchange.${table}`)}`.execute(world.publicDb),
      ).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('a city may not write for another, nor staff say yes for one', async () => {
    const veto = (actor: Actor) =>
      atomically(world, actor, (tx) =>
        tx
          .insertInto('peer_exchange.veto')
          .values({ id: world.newId(), city_id: theirs, against_city: mine })
          .execute(),
      );
    await expect(veto(focal)).rejects.toMatchObject({ code: '42501' });
    const said = await atomically(world, staff, (tx) =>
      tx
        .updateTable('peer_exchange.participant')
        .set({ answer: 'yes', answered_at: new Date(), answered_by: staff.personId })
        .where('city_id', '=', theirs)
        .executeTakeFirst(),
    );
    expect(said.numUpdatedRows).toBe(0n);
  });
});

describe('what pages show', () => {
  it('holds no veto and no contact of another city, on any page of a city, in any language', async () => {
    const paths = [
      '/portal/exchange',
      `/portal/exchange/cities/${mine}`,
      `/portal/exchange/cities/${mine}/standing`,
      `/portal/exchange/cities/${mine}/vetoes`,
      `/portal/exchange/exchanges/${exchangeId}`,
    ];
    for (const language of languages) {
      for (const path of paths) {
        const page = await visitPage(world, portal, { actor: focal, path, language });
        expect(page.status, path).toBe(200);
        expect(page.text).not.toContain(canary);
        expect(page.text, `${language} ${path}`).not.toContain('peer-exchange:');
      }
    }
  });

  it('leaves another city and its vetoes not there for a focal point', async () => {
    for (const rest of ['', '/standing', '/vetoes', '/entries/new'])
      expect(
        (await visitPage(world, portal, { actor: focal, path: `/portal/exchange/cities/${theirs}${rest}` }))
          .status,
      ).toBe(404);
    expect((await visitPage(world, workspace, { actor: focal, path: '/workspace/exchange' })).status).toBe(
      404,
    );
  });
});
