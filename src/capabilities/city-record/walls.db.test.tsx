import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { languages } from '../../kernel/language.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aCity } from '../city-registry/builders.ts';
import { cityRoutes } from '../city-registry/pages/public/routes.tsx';
import { aPerson } from '../people/builders.ts';
import { sayFact } from './actions/say-fact.ts';
import { withdrawFact } from './actions/withdraw-fact.ts';
import { routes as api } from './api.ts';
import { aFact } from './builders.ts';
import { routes as portal } from './pages/city/routes.tsx';
import { citySays } from './pages/public/section.tsx';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes as workspace } from './pages/workspace/routes.tsx';
import type { Audience } from './rules/audience.ts';
import type { Telling } from './actions/tell.ts';
import { needsAndCapacities } from './store/needs-and-capacities.ts';

const canary = 'CANARY-3b81c';
const world = await testWorld();
const worker = asWorker(world);
let mine = '';
let other = '';
let focal: Actor;
let neighbour: Actor;
let staff: Actor;
const saidOf = (audience: string) => `${canary} for ${audience}`;

afterAll(() => world.close());
beforeAll(async () => {
  mine = (await aCity(worker.db, { name: 'Mine' })).id;
  other = (await aCity(worker.db, { name: 'Other' })).id;
  focal = someone('city-focal-point', { personId: await aPerson(worker), cityId: mine });
  neighbour = someone('mayor', { personId: await aPerson(worker), cityId: other });
  staff = someone('staff-support', { personId: await aPerson(worker) });
  // One fact for each audience; one that was public and is now the city's alone; one that was public and is withdrawn.
  const need = (item: string, detail: string, audience: Audience) => ({
    cityId: mine,
    kind: 'need' as const,
    item,
    value: { urgency: 'now' as const, until: null, detail },
    source: null,
    sourceAddress: null,
    asOf: null,
    audience,
  });
  await sayFact(world, focal, need('housing', saidOf('city'), 'city'));
  await sayFact(world, focal, need('health', saidOf('council'), 'council'));
  await sayFact(world, focal, need('education', saidOf('network'), 'network'));
  await sayFact(world, focal, need('employment', saidOf('public'), 'public'));
  await sayFact(world, focal, need('climate-migration', saidOf('narrowed'), 'public'));
  await sayFact(world, focal, need('climate-migration', saidOf('narrowed'), 'city'));
  await sayFact(world, focal, need('municipal-finance', saidOf('withdrawn'), 'public'));
  await withdrawFact(world, focal, { cityId: mine, kind: 'need', item: 'municipal-finance', reason: canary });
  const count = (number: number, asOf: string, audience: Audience) =>
    aFact(tx, worker, {
      cityId: mine,
      value: { number, how: 'survey', note: null },
      asOf: asOf as Telling['asOf'],
      audience,
    });
  let tx!: Parameters<typeof aFact>[0];
  await atomically(worker, systemActor, async (open) => {
    tx = open;
    await count(987_001, '2023-12-31', 'public');
    await count(987_002, '2024-12-31', 'council');
    await count(987_003, '2025-12-31', 'public');
  });
});

/** With the first wall off: straight from the tables, as the actor. */
async function seenInTables(actor: Actor): Promise<string[]> {
  const rows = await reading(world, actor, async (tx) => {
    const read = async (table: string) =>
      (
        await sql<{
          said: string;
        }>`select value ->> 'detail' as said from ${sql.table(table)} where city_id = ${mine}
          and value ->> 'detail' like ${`${canary}%`}`.execute(tx)
      ).rows;
    return [...(await read('city_record.fact')), ...(await read('city_record.statement'))];
  });
  return [...new Set(rows.map(({ said }) => said.replace(`${canary} for `, '')))].toSorted();
}

describe('with the first wall off', () => {
  it.each([
    ['nobody', () => anonymous, ['public']],
    ['a partner', () => someone('partner'), ['public']],
    ['a funder', () => someone('funder'), ['public']],
    ['another city', () => neighbour, ['network', 'public']],
    ['a board member', () => someone('board-member'), ['network', 'public']],
    ['the council', () => staff, ['council', 'narrowed', 'network', 'public', 'withdrawn']],
    ['the city', () => focal, ['city', 'council', 'narrowed', 'network', 'public', 'withdrawn']],
  ])(
    '%s sees what is for them, of what was hidden only as it was told to them',
    async (_who, actor, expected) => {
      expect(await seenInTables(actor())).toEqual(expected);
    },
  );

  it('the public role sees public facts that stand, and of their counts none that was not for all', async () => {
    const facts = await sql<{ said: string }>`select value ->> 'detail' as said from city_record.fact
      where kind = 'need'`.execute(world.publicDb);
    expect(facts.rows).toEqual([{ said: saidOf('public') }]);
    const counts = await sql<{ n: string }>`select value ->> 'number' as n from city_record.statement
      where kind = 'population'`.execute(world.publicDb);
    // The first was hidden when the second went to the council alone; widening again does not bring it back.
    expect(counts.rows).toEqual([{ n: '987003' }]);
    await expect(sql`select * from city_record.asking`.execute(world.publicDb)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('nobody changes or removes a statement, and nobody speaks for a city that is not theirs', async () => {
    const change = (actor: Actor, statement: ReturnType<typeof sql>) =>
      atomically(world, actor, (tx) => statement.execute(tx));
    await expect(change(focal, sql`update city_record.statement set reason = 'x'`)).rejects.toThrow(
      /permission/,
    );
    await expect(change(focal, sql`delete from city_record.statement`)).rejects.toThrow(/permission/);
    const forged = (
      person: string | null,
      city: string,
    ) => sql`insert into city_record.statement (id, city_id, kind, item, number,
      act, value, audience, said_by, said_as, on_behalf) values (${world.newId()}, ${city}, 'need', 'health', 9, 'said', '{}', 'public',
      ${person}, 'mayor', false)`;
    await expect(change(focal, forged(focal.personId, other))).rejects.toThrow(/row-level security/);
    await expect(change(focal, forged(neighbour.personId, mine))).rejects.toThrow(/row-level security/);
    await expect(change(staff, forged(staff.personId, mine))).rejects.toThrow(/row-level security/);
    await change(neighbour, sql`update city_record.fact set audience = 'public' where city_id = ${mine}`);
    expect(await seenInTables(anonymous)).toEqual(['public']);
  });

  it('a wall that stands open is noticed: the worker, who has none, sees the canary', async () => {
    const { rows } = await sql<{ said: string }>`select value ->> 'detail' as said from city_record.fact
      where value ->> 'detail' = ${saidOf('city')}`.execute(worker.db);
    expect(rows).toHaveLength(1);
  });
});

describe('pages and files', () => {
  const ofAll = [...cityRoutes([citySays]), ...publicRoutes, ...api];
  const paths = () => [
    `/cities/${mine}`,
    `/cities/${mine}/record.csv`,
    `/cities/${mine}/record.json`,
    `/cities/${mine}/record/profile`,
    `/api/v1/cities/${mine}/record`,
  ];

  it('tell the public what is for all, in every language, with day and source, and no more', async () => {
    for (const path of paths()) {
      for (const language of /csv|json|api/.test(path) ? (['en'] as const) : languages) {
        const { text, status } = await visitPage(world, ofAll, { path, language });
        expect(status).toBe(200);
        expect(text).toContain(saidOf('public'));
        expect(text.replaceAll(saidOf('public'), '')).not.toContain(canary);
        expect(text).not.toMatch(/987[,. \u202f\u00a0]?00[12]/);
        expect(text).not.toContain('Trial person');
      }
    }
    const page = await visitPage(world, ofAll, { path: `/cities/${mine}` });
    expect(page.document.body.textContent).toContain('Said on');
  });

  it('are not there for people of another city', async () => {
    const record = `/portal/cities/${mine}/record`;
    for (const end of [
      '',
      '.csv',
      '.json',
      '/profile',
      '/facts/mayor',
      '/facts/need.health/history',
      '/files/document.plan',
    ]) {
      const { status, text } = await visitPage(world, portal, { actor: neighbour, path: `${record}${end}` });
      expect([end, status]).toEqual([end, 404]);
      expect(text).not.toContain(canary);
    }
  });

  it('show staff what the council may see', async () => {
    const { text } = await visitPage(world, workspace, {
      actor: staff,
      path: `/workspace/cities/${mine}/record`,
    });
    expect(text).toContain(saidOf('network'));
    expect(text).not.toContain(saidOf('city'));
    expect(text).not.toContain(saidOf('narrowed'));
  });

  it('what a city keeps to itself is matched with nothing, not even by the worker', async () => {
    const [row] = await needsAndCapacities(worker.db, [mine]);
    expect(row?.needs.map(({ topic }) => topic)).toEqual(['education', 'employment', 'health']);
  });
});
