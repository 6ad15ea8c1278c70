import { addDays, type CalendarDate, dayInUtc } from '../../kernel/calendar-date.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import { uuidv7 } from '../../kernel/id.ts';
import { randomBytes } from 'node:crypto';
import type { Activity } from './rules/activity.ts';
import type { CityFacts } from './rules/fit.ts';
import { type ActivitySaid, insertActivity } from './store/activities.ts';

const newId = () => uuidv7(new Date(), randomBytes(10));

export function inFive(text: string): LocalText {
  return { en: text, fr: `${text} (fr)`, es: `${text} (es)`, pt: `${text} (pt)`, ar: `${text} (ar)` };
}

/** An activity open to all for a month, for tests of rules. */
export function activitySaid(over: Partial<ActivitySaid> = {}, today = dayInUtc(new Date())): ActivitySaid {
  return {
    kind: 'training',
    title: inFive('Housing course'),
    about: inFive('Rooms and rent.'),
    topics: ['housing'],
    languages: [],
    regions: [],
    incomes: [],
    countries: [],
    bands: [],
    onlyGlobalSouth: false,
    onlySecondary: false,
    listsOn: today,
    opensOn: today,
    closesOn: addDays(today, 30),
    places: null,
    meetsAt: null,
    path: null,
    emergency: false,
    ...over,
  };
}

export function anActivityKnown(over: Partial<Activity> = {}, today?: CalendarDate): Activity {
  return {
    ...activitySaid({}, today),
    id: newId(),
    announcedBy: null,
    closedAt: null,
    version: 1,
    ...over,
  };
}

/** The same in the database. @param tx of the worker */
export async function anActivity(tx: Tx, over: Partial<ActivitySaid> = {}): Promise<string> {
  const id = newId();
  await insertActivity(tx, { id, announced: null, addedBy: null }, activitySaid(over));
  return id;
}

/** A small town of a low-income country that said it needs housing. */
export function cityFacts(over: Partial<CityFacts> = {}): CityFacts {
  return {
    cityId: newId(),
    country: 'SL',
    band: '50k-300k',
    globalSouth: true,
    secondary: true,
    needs: ['housing'],
    capacities: [],
    languages: ['en'],
    timeZone: null,
    longitude: -11,
    engaged: false,
    ...over,
  };
}
