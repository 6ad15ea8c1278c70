import {
  type Arbitrary,
  array as arrayOf,
  assert as assertProperty,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  nat,
  record as recordOf,
} from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { readEdition } from '../../edition/index.ts';
import type { Definition as EditionDefinition } from '../../edition/index.ts';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aCity } from '../city-registry/builders.ts';
import { loadSources } from '../library/index.ts';
import { loadDefinitions } from './actions/load-definitions.ts';
import { loadFirstClaims } from './actions/load-first-claims.ts';
import { proposeChange } from './actions/propose-change.ts';
import { proposeClaim } from './actions/propose-claim.ts';
import { verifyChange } from './actions/verify-change.ts';
import { verifyClaim } from './actions/verify-claim.ts';
import { aCitySubject, aClaim } from './builders.ts';
import type { NewClaim } from './rules/entry.ts';
import { compareWithRecount, countFigures } from './store/recount.ts';

let world: TestWorld;
const edition = await readEdition('database/edition');
const staff = someone('staff-fund');
const finance = someone('finance');

const loading = <T>(work: (tx: Parameters<typeof loadDefinitions>[0]) => Promise<T>) =>
  atomically(asWorker(world), systemActor, work);
const loadAll = () =>
  loading(async (tx) => {
    await loadSources(tx, edition.sources);
    await loadDefinitions(tx, world, edition.definitions);
    return await loadFirstClaims(tx, world, edition);
  });
const recount = () => compareWithRecount(world.databases.verify.database);

beforeAll(async () => {
  world = await testWorld();
  const owner = world.databases.owner.database;
  for (const { geonamesId, name, country } of edition.cities)
    await aCity(owner, { geonamesId, name, country });
  for (const n of [1, 2, 3]) await aCity(owner, { geonamesId: n });
});
afterAll(() => world.close());

describe('the first edition', () => {
  it('is imported whole, into the log as well, and only once', async () => {
    const added = await loadAll();
    expect(added).toBeGreaterThan(200);
    const leaves = await sql<{
      n: number;
    }>`select count(*)::int as n from public_log.leaf where kind = 'claim-imported'`.execute(world.publicDb);
    expect(leaves.rows[0]?.n).toBe(added);
    expect(await loadAll()).toBe(0);
    expect(await recount()).toEqual([]);
  });

  it('says of each entry that no two people verified it', async () => {
    const rows = await world.publicDb
      .selectFrom('impact.claim_decision')
      .select(['outcome', 'decided_as'])
      .execute();
    expect(new Set(rows.map((row) => `${row.outcome} ${row.decided_as}`))).toEqual(
      new Set(['imported platform']),
    );
  });

  it('refuses a definition that changes its meaning under its old version', async () => {
    const [first] = edition.definitions;
    const changed = [{ ...first, kinds: ['partner'] } as EditionDefinition];
    await expect(loading((tx) => loadDefinitions(tx, world, changed))).rejects.toThrow(/write a new version/);
  });

  it('counts a new version over the whole ledger, and keeps the old one', async () => {
    const old = edition.definitions.find(({ key }) => key === 'cities-engaged-ever');
    if (!old) throw new Error('no such definition');
    const next: EditionDefinition = {
      ...old,
      id: `${old.key}-v2`,
      version: 2,
      kinds: ['city-engaged', 'grantee-announced'],
    };
    await loading((tx) => loadDefinitions(tx, world, [...edition.definitions, next]));
    const rows = await world.publicDb
      .selectFrom('impact.figure_step')
      .select(['version', sql<number>`sum(delta)::int`.as('n')])
      .where('key', '=', old.key)
      .where('span', '=', 'year')
      .groupBy('version')
      .orderBy('version')
      .execute();
    expect(rows.map((row) => row.version)).toEqual([1, 2]);
    expect(await recount()).toEqual([]);
  });
});

describe('figures kept with each act', () => {
  const kinds = [
    () => ({}),
    (n: bigint) => ({ kind: 'direct-grant', objective: 3, amount: { amountMinor: n, currency: 'USD' } }),
    (n: bigint) => ({ kind: 'follow-on-own', objective: 3, amount: { amountMinor: n, currency: 'XOF' } }),
    (n: bigint) => ({
      kind: 'influenced-external',
      objective: 3,
      amount: { amountMinor: n, currency: 'EUR' },
      usd: { amountMinor: n + 1n, source: 'report' },
    }),
    (n: bigint) => ({ kind: 'people-reached-directly', objective: 4, count: { value: n, unit: 'people' } }),
    () => ({ kind: 'grantee-announced', objective: 3 }),
  ] as ((n: bigint) => Partial<NewClaim>)[];
  const entry = recordOf({
    kind: nat({ max: kinds.length - 1 }),
    city: integer({ min: 1, max: 3 }),
    days: nat({ max: 900 }),
    precision: constantFrom('day', 'year'),
    open: boolean(),
  });
  const act = recordOf({
    entry,
    after: constantFrom('stay', 'correct', 'withdraw'),
    days: nat({ max: 900 }),
  });
  let n = 0n;

  it('are what a full recount gives, whatever was verified, corrected and withdrawn', async () => {
    await assertProperty(
      asyncProperty(arrayOf(act, { minLength: 3, maxLength: 8 }), async (acts) => {
        for (const one of acts) await live(one);
        expect(await recount()).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  async function live({
    entry: said,
    after,
    days,
  }: typeof act extends Arbitrary<infer A> ? A : never): Promise<void> {
    n += 1n;
    const start = addDays(calendarDate('2022-01-01'), said.days);
    const on =
      said.precision === 'year'
        ? ({ date: calendarDate(`${start.slice(0, 4)}-01-01`), precision: 'year' } as const)
        : ({ date: start, precision: 'day' } as const);
    const claim = aClaim({
      subject: aCitySubject(said.city),
      on,
      record: { kind: 'trial', id: String(n) },
      visibility: said.open ? 'public' : 'staff',
      ...kinds[said.kind]?.(n),
    });
    const claimId = await proposeClaim(world, staff, claim);
    await verifyClaim(world, finance, { claimId, version: 1 });
    if (after === 'stay') return;
    const { amount, usd, count, qualifier } = claim;
    const later = { date: addDays(calendarDate('2022-01-01'), days), precision: 'day' as const };
    const says = {
      on: later,
      amount: amount && { ...amount, amountMinor: n + 99n },
      usd,
      count,
      qualifier,
      statement: `Corrected ${n}.`,
      visibility: 'public' as const,
    };
    const base = { claimId, version: 2, reason: 'Trial' };
    await proposeChange(
      world,
      staff,
      after === 'correct'
        ? { ...base, kind: 'correction', says, evidence: claim.evidence }
        : { ...base, kind: 'withdrawal', says: null, evidence: [] },
    );
    await verifyChange(world, finance, { claimId, version: 3 });
  }

  it('that were tampered with are found by the recount (planted faults), and mended by counting anew', async () => {
    const owner = world.databases.owner.database;
    await sql`update impact.figure_step set delta = delta + 1 where (key, version, span, starts, series) = (select key, version, span, starts, series from impact.figure_step limit 1)`.execute(
      owner,
    );
    await sql`delete from impact.figure_subject where (key, version, year, subject_key) = (select key, version, year, subject_key from impact.figure_subject limit 1)`.execute(
      owner,
    );
    expect(await recount()).toHaveLength(2);
    await loading((tx) => countFigures(tx));
    expect(await recount()).toEqual([]);
  });

  it('and an entry in force that its history does not tell is found as well (planted fault)', async () => {
    await sql`update impact.standing set count = 7000000 where kind = 'people-reached-directly' and counted`.execute(
      world.databases.owner.database,
    );
    expect((await recount())[0]?.what).toMatch(/^entry /);
  });
});
