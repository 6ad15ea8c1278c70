import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { TrialCity, TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { tell, type Telling } from './actions/tell.ts';
import { factsOf } from './store/facts.ts';
import type { Speaker } from './store/statements.ts';
import { ageFacts } from './store/trial.ts';

/** Numbers of people hosted in the first place of the trial, year by year, as its invented register has them. */
const counts: readonly (readonly [yearsAgo: number, migrants: number, refugees: number])[] = [
  [4, 8_200, 1_900],
  [3, 8_900, 2_600],
  [2, 9_400, 4_100],
  [1, 10_300, 3_800],
];

/** A full record for the first place, some of it old; a beginning for five others. Invented places only. */
export async function fillTrial(tx: Tx, world: World, scene: TrialScene): Promise<void> {
  const [first, ...others] = scene.cities;
  if (!first || (await factsOf(tx, first.id)).some(({ kind }) => kind === 'mandate')) return;
  const speaker: Speaker = {
    personId: scene.people['city-focal-point'],
    as: 'city-focal-point',
    basis: null,
  };
  for (const telling of fullRecord(first, scene.today)) await tell(tx, world, telling, speaker);
  await ageFacts(tx, first.id, ['mayor', 'contact-point'], 400);
  for (const city of others.slice(0, 5))
    for (const telling of beginning(city, scene.today)) await tell(tx, world, telling, speaker);
}

const plain = { item: '', source: null, sourceAddress: null, asOf: null };

function beginning(city: TrialCity, today: CalendarDate): Telling[] {
  const cityId = city.id;
  return [
    { ...plain, cityId, kind: 'official-languages', value: { languages: [city.language] } },
    { ...plain, cityId, kind: 'time-zone', value: { zone: city.timeZone } },
    count(cityId, 'refugees', 1_200, yearsBefore(today, 1)),
  ];
}

function fullRecord(city: TrialCity, today: CalendarDate): Telling[] {
  const cityId = city.id;
  const mandate = (item: string, level: 'own' | 'shared' | 'other', law: string | null): Telling => ({
    ...plain,
    cityId,
    kind: 'mandate',
    item,
    value: { level, law },
    audience: 'public',
  });
  return [
    ...beginning(city, today).slice(0, 2),
    {
      ...plain,
      cityId,
      kind: 'mayor',
      value: { name: `Trial mayor of ${city.name}`, office: 'mayor', from: addDays(today, -900), to: null },
    },
    {
      ...plain,
      cityId,
      kind: 'working-languages',
      value: { languages: ['en', city.language].filter(isFirst) },
    },
    ...counts.flatMap(([yearsAgo, migrants, refugees]) => {
      const day = yearsBefore(today, yearsAgo);
      return [count(cityId, 'migrants', migrants, day), count(cityId, 'refugees', refugees, day)];
    }),
    mandate('housing', 'own', 'Trial: municipal act, section 12'),
    mandate('health', 'shared', 'Trial: clinics are the city’s, hospitals the region’s'),
    mandate('education', 'other', null),
    {
      ...plain,
      cityId,
      kind: 'need',
      item: 'health',
      value: { urgency: 'now', until: null, detail: 'Trial: interpreters in clinics, at night as well.' },
    },
    {
      ...plain,
      cityId,
      kind: 'capacity',
      item: 'housing',
      value: { until: null, detail: 'Trial: how we turned empty flats into homes in one year.' },
    },
    {
      ...plain,
      cityId,
      kind: 'network',
      item: 'trial-network-of-cities',
      value: { name: 'Trial network of cities', role: 'Member' },
    },
    {
      ...plain,
      cityId,
      kind: 'contact-point',
      item: 'trial-migration-office',
      value: { office: 'Trial migration office', email: 'office@trial.invalid', phone: null, place: null },
    },
  ];
}

function count(cityId: string, item: 'migrants' | 'refugees', number: number, asOf: CalendarDate): Telling {
  return {
    cityId,
    kind: 'population',
    item,
    value: { number, how: 'register', note: 'Trial: registered with the city' },
    source: 'Trial city register',
    sourceAddress: null,
    asOf,
    audience: 'public',
  };
}

function yearsBefore(today: CalendarDate, years: number): CalendarDate {
  return `${Number(today.slice(0, 4)) - years}-12-31` as CalendarDate;
}

function isFirst(one: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(one) === index;
}
