import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { addDays, calendarDate, dayInUtc } from '../../kernel/calendar-date.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { openToAll } from '../../platform/events/activity.ts';
import { announceClosed, announceOpened } from '../../platform/events/activity.ts';
import { deliverEvent } from '../../platform/events/announce.ts';
import { announceAnswer, announceAsk } from '../../platform/events/city-asked.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aFact } from '../city-record/builders.ts';
import { needsAndCapacities } from '../city-record/index.ts';
import { aCity } from '../city-registry/builders.ts';
import { openToCity } from './actions/open-to-city.ts';
import { reachOf, sharesOf } from './actions/reach-of-activity.ts';
import { takeForums } from './actions/take-forums.ts';
import { anActivity, inFive } from './builders.ts';
import { reactions } from './reactions.ts';
import { compareReach, reachPoints } from './rules/reach.ts';
import { findActivity, findAnnounced } from './store/activities.ts';
import { listAsksOf, noteAsk } from './store/asks.ts';
import { useOfCities } from './store/contact-budget.ts';

const world = await testWorld();
const worker = asWorker(world);
const today = dayInUtc(new Date());
const staff = someone('staff-support');
const names: Record<string, string> = {};
const all = { needing: false, newcomers: false, country: null };

afterAll(() => world.close());
const asSystem = <T>(work: Parameters<typeof atomically<T>>[2]) => atomically(worker, systemActor, work);

beforeAll(async () => {
  await asSystem(async (tx) => {
    const made = [
      { name: 'Needy', country: 'SL', secondaryCity: true },
      { name: 'Quiet', country: 'SL', secondaryCity: true },
      { name: 'Rich', country: 'CH', globalSouth: false },
      { name: 'Engaged', country: 'SL', secondaryCity: true },
      { name: 'Large', country: 'SL', population: 3_000_000 },
      { name: 'Busy', country: 'SL', secondaryCity: true },
      { name: 'French', country: 'SL', secondaryCity: true, population: 60_000 },
    ];
    for (const wish of made) names[wish.name] = (await aCity(tx, wish)).id;
    await sql`insert into city_registry.vintage (id, slug, scheme, name, valid_from, valid_from_precision)
      values (${world.newId()}, 'income-test', 'world-bank-income', 'Test list 2026', '2020-01-01', 'day')`.execute(
      tx,
    );
    for (const [country, value] of [
      ['SL', 'LIC'],
      ['CH', 'HIC'],
    ] as const)
      await sql`insert into city_registry.classification (vintage_id, country, facet, value)
        select id, ${country}, 'income-group', ${value} from city_registry.vintage where slug = 'income-test'`.execute(
        tx,
      );
    await sql`insert into city_registry.city_tally select country, population_band, global_south, secondary_city, count(*)
      from city_registry.city group by 1, 2, 3, 4`.execute(tx);
    const need = (city: string, item: string, until: string | null = null) =>
      aFact(tx, world, {
        cityId: names[city] ?? '',
        kind: 'need',
        item,
        value: { urgency: 'now', until, detail: 'Rooms' },
        source: null,
        asOf: null,
        audience: 'council',
      } as never);
    await need('Needy', 'housing');
    await need('Needy', 'health');
    await need('Large', 'housing', '2020-01-01');
    await aFact(tx, world, {
      cityId: names['French'] ?? '',
      kind: 'working-languages',
      item: '',
      value: { languages: ['fr'] },
      source: null,
      asOf: null,
      audience: 'network',
    } as never);
    await sql`insert into city_registry.engagement (id, city_id, kind, object, record_capability, record_id, visibility)
      values (${world.newId()}, ${names['Engaged']}, 'visit', '{}', 'test', 'one', 'staff')`.execute(tx);
    await sql`insert into programme.quiet (id, city_id, from_date, until) values (${world.newId()}, ${names['Quiet']}, ${today}, ${addDays(today, 9)})`.execute(
      tx,
    );
    for (let n = 0; n < 4; n++)
      await noteAsk(tx, {
        id: world.newId(),
        cityId: names['Busy'] ?? '',
        askedBy: 'support-desk',
        record: `case ${n}`,
        kind: 'question',
        what: inFive('Answer'),
        path: null,
        askedOn: today,
        dueOn: null,
      });
    await anActivity(tx, { languages: ['fr'], opensOn: addDays(today, -30), listsOn: today });
  });
});

async function reach(over: Parameters<typeof anActivity>[1] = {}, only = all) {
  const id = await asSystem((tx) => anActivity(tx, { topics: ['housing', 'health'], ...over }));
  return await reading(world, staff, async (tx) => {
    const activity = await findActivity(tx, id);
    if (!activity) throw new Error('no activity');
    const { cities } = await reachOf(tx, activity, today, { only, limit: 50, offset: 0 });
    return { cities, shares: await sharesOf(tx, activity, today) };
  });
}

describe('whom an activity should reach', () => {
  it('puts who said it needs it and the under-served first, and who has no room last', async () => {
    const { cities } = await reach();
    expect(cities[0]?.name).toBe('Needy');
    expect(
      cities
        .slice(-2)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Busy', 'Quiet']);
    expect(cities.at(-3)?.name).toBe('Rich');
  });

  it('reckons in the database what the rule reckons, city by city, in the same order', async () => {
    const { cities } = await reach();
    for (const city of cities) expect(city.points, city.name).toBe(reachPoints(city));
    expect(cities.toSorted(compareReach).map(({ name }) => name)).toEqual(cities.map(({ name }) => name));
    expect(cities.find(({ name }) => name === 'Needy')).toMatchObject({
      needs: 2,
      neverEngaged: true,
      income: 'LIC',
      languageNotServed: true,
    });
    expect(cities.find(({ name }) => name === 'French')).toMatchObject({ languageNotServed: false });
    expect(cities.find(({ name }) => name === 'Engaged')).toMatchObject({ neverEngaged: false });
  });

  it('reads needs as the record’s own door does: over is over, and what a city keeps to itself is not read', async () => {
    const { cities } = await reach();
    const door = await reading(world, staff, (tx) => needsAndCapacities(tx));
    const byDoor = (id: string) =>
      (door.find(({ cityId }) => cityId === id)?.needs ?? []).filter(
        ({ topic, until }) => ['housing', 'health'].includes(topic) && (until === null || until >= today),
      ).length;
    for (const { cityId, needs } of cities) expect(needs).toBe(byDoor(cityId));
    expect(cities.find(({ name }) => name === 'Large')?.needs).toBe(0);
  });

  it('keeps to whom it is open, and to what the reader filters', async () => {
    const poor = await reach({ incomes: ['LIC'], onlySecondary: true });
    expect(poor.cities.some(({ name }) => name === 'Rich' || name === 'Large')).toBe(false);
    expect(poor.shares.pool).toMatchObject({ cities: 5, secondary: 5 });
    expect((await reach({}, { ...all, needing: true })).cities.map(({ name }) => name)).toEqual(['Needy']);
    expect((await reach({ bands: ['1m-5m'] })).cities.map(({ name }) => name)).toEqual(['Large']);
    const swiss = await reach({}, { ...all, country: 'CH' as never });
    expect(swiss.cities.map(({ name }) => name)).toEqual(['Rich']);
  });
});

describe('what is open to a city', () => {
  it('is told with the list by which a country counts, and what is shut with what it is', async () => {
    await asSystem((tx) => anActivity(tx, { title: inFive('Poor only'), incomes: ['LIC'] }));
    const found = await reading(world, staff, (tx) => openToCity(tx, names['Rich'] ?? '', today));
    const shut = found.closed.find(({ activity }) => activity.title.en === 'Poor only');
    expect(shut?.obstacles).toEqual([{ why: 'income', wanted: ['LIC'], is: 'HIC' }]);
    expect(shut?.countries.incomeList).toBe('Test list 2026');
    const open = await reading(world, staff, (tx) => openToCity(tx, names['Needy'] ?? '', today));
    expect(open.facts.needs.toSorted()).toEqual(['health', 'housing']);
    expect(open.open[0]?.points).toBeGreaterThanOrEqual(40);
  });
});

describe('what others announce', () => {
  const deliverAll = async () => {
    const events = await worker.db.selectFrom('platform.event').select('id').execute();
    for (const { id } of events) await deliverEvent(worker, reactions, id);
  };

  it('opens, changes and closes an activity, and the same again changes nothing', async () => {
    const said = {
      by: 'training',
      record: 'course 1',
      kind: 'training',
      title: inFive('Course'),
      about: inFive('About'),
      topics: [],
      languages: ['en'],
      openTo: openToAll,
      opensOn: today,
      closesOn: null,
      places: 12,
      meetsAt: new Date('2027-01-05T14:00:00Z'),
      path: '/training/1',
    } as const;
    await asSystem((tx) => announceOpened(tx, worker, said));
    await deliverAll();
    const taken = () => asSystem((tx) => findAnnounced(tx, said));
    expect(await taken()).toMatchObject({ places: 12, version: 1, meetsAt: said.meetsAt });
    await asSystem((tx) => announceOpened(tx, worker, said));
    await deliverAll();
    expect((await taken())?.version).toBe(1);
    await asSystem((tx) => announceClosed(tx, worker, said));
    await deliverAll();
    expect((await taken())?.closedAt).not.toBeNull();
  });

  it('counts what is asked of a city once, and settles it when the city has answered', async () => {
    const { id: cityId } = await asSystem((tx) => aCity(tx, { name: 'Asked' }));
    const ask = {
      cityId,
      by: 'support-desk',
      kind: 'question',
      what: inFive('Answer us'),
      path: '/portal/cases',
      dueOn: addDays(today, 7),
      record: 'case 9',
    } as const;
    for (let n = 0; n < 2; n++) await asSystem((tx) => announceAsk(tx, worker, ask));
    await deliverAll();
    const month = { first: calendarDate(`${today.slice(0, 7)}-01`), last: today };
    const use = await asSystem((tx) => useOfCities(tx, [cityId], month, today));
    expect(use.get(cityId)).toMatchObject({ used: 1, perMonth: 4, own: false });
    await asSystem((tx) => announceAnswer(tx, worker, { by: 'support-desk', record: 'case 9' }));
    await deliverAll();
    expect((await asSystem((tx) => listAsksOf(tx, cityId, month)))[0]?.settledAt).not.toBeNull();
  });

  it('takes meetings of forums that lie ahead from diplomacy’s own records', async () => {
    await asSystem(async (tx) => {
      const forum = world.newId();
      await sql`insert into diplomacy.forum (id, slug, name) values (${forum}, 'gfmd', ${JSON.stringify(inFive('GFMD'))}::jsonb)`.execute(
        tx,
      );
      await sql`insert into diplomacy.edition (id, slug, forum_id, name, from_date, from_precision)
        values (${world.newId()}, 'gfmd-ahead', ${forum}, ${JSON.stringify(inFive('GFMD ahead'))}::jsonb, ${addDays(today, 90)}, 'day'),
          (${world.newId()}, 'gfmd-past', ${forum}, ${JSON.stringify(inFive('GFMD past'))}::jsonb, ${addDays(today, -90)}, 'day')`.execute(
        tx,
      );
    });
    await takeForums(worker);
    await takeForums(worker);
    const taken = (record: string) => asSystem((tx) => findAnnounced(tx, { by: 'diplomacy', record }));
    expect(await taken('gfmd-ahead')).toMatchObject({
      kind: 'forum',
      closesOn: addDays(today, 90),
      version: 1,
    });
    expect(await taken('gfmd-past')).toBeUndefined();
  });
});
