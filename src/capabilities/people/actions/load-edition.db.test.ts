import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { organisation, person, relationship } from '../../../edition/schema/organisations.ts';
import { stableId } from '../../../kernel/id.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { loadOrganisations, loadPersons, loadRelationships } from './load-edition.ts';

const name = { en: 'C40', fr: 'C40', es: 'C40', pt: 'C40', ar: 'C40' };
const sources = [{ source: 'a-page' }];
const c40 = organisation.parse({
  id: 'c40',
  name,
  acronym: 'C40',
  kind: 'city-network',
  country: 'US',
  address: null,
  sources,
});
const tenure = { from: '2021-11', fromCertainty: 'by', to: null, toCertainty: null, lastListed: '2024' };
const mayor = person.parse({
  id: 'a-mayor',
  name: 'A Mayor',
  offices: [{ city: 'accra', office: 'mayor', ...tenure, sources }],
});
const partner = relationship.parse({
  id: 'c40-partner',
  organisation: 'c40',
  relation: 'strategic-partner',
  object: { kind: 'council' },
  ...tenure,
  sources,
});

describe('the records that ship with the platform', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  async function load(organisations = [c40], persons = [mayor], relationships = [partner]) {
    const worker = asWorker(world);
    await atomically(worker, systemActor, async (tx) => {
      await loadOrganisations(tx, worker, organisations);
      await loadPersons(tx, worker, persons, [{ id: 'accra', geonamesId: 2_306_104 }]);
      await loadRelationships(tx, worker, relationships);
    });
  }
  const one = async (statement: ReturnType<typeof sql>, database = world.publicDb) =>
    (await statement.execute(database)).rows[0] as Record<string, unknown> | undefined;

  it('are there for the public, with their dates as far as known', async () => {
    await load();
    expect(
      await one(sql`select p.name, o.office, o.from_date, o.from_precision, o.last_listed_precision
      from people.office o join people.person p on p.id = o.person_id`),
    ).toEqual({
      name: 'A Mayor',
      office: 'mayor',
      from_date: '2021-11-01',
      from_precision: 'month',
      last_listed_precision: 'year',
    });
    expect(await one(sql`select relation, organisation_id from people.relationship`)).toEqual({
      relation: 'strategic-partner',
      organisation_id: stableId('organisation', 'c40'),
    });
  });

  it('are not written again when nothing changed', async () => {
    await load();
    const versions = sql`select (select string_agg(xmin::text, ',') from people.organisation) as a,
      (select string_agg(xmin::text, ',') from people.office) as b,
      (select string_agg(xmin::text, ',') from people.person) as c,
      (select string_agg(xmin::text, ',') from people.relationship) as d`;
    const before = await one(versions, world.databases.worker.database);
    await load();
    expect(await one(versions, world.databases.worker.database)).toEqual(before);
  });

  it('follow the edition, except where people here have changed them', async () => {
    await load([{ ...c40, acronym: 'C-40' }]);
    expect(await one(sql`select acronym from people.organisation`)).toEqual({ acronym: 'C-40' });
    await sql`update people.organisation set acronym = 'Ours', edited_at = now()`.execute(
      world.databases.worker.database,
    );
    await load();
    expect(await one(sql`select acronym from people.organisation`)).toEqual({ acronym: 'Ours' });
  });

  it('leave with the edition that drops them', async () => {
    await load([c40], [{ ...mayor, offices: [] }], []);
    expect(await one(sql`select 1 from people.office`)).toBeUndefined();
    expect(await one(sql`select 1 from people.relationship`)).toBeUndefined();
  });
});
