import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Activity } from '../rules/activity.ts';
import { firstDay, lastDay, monthOf } from '../rules/budget.ts';
import { countryObstacles } from '../rules/open-to.ts';
import { incomePoints } from '../rules/reach.ts';
import { reachWeights, servedForDays } from '../rules/weights.ts';
import { countPool, reachedSoFar } from '../store/pool.ts';
import { listToReach, type ReachAsked } from '../store/reach.ts';
import { languagesServed } from '../store/served.ts';
import { countriesOn } from './countries.ts';

export interface ReachPage {
  readonly only: ReachAsked['only'];
  readonly limit: number;
  readonly offset: number;
}

/** Countries to which the activity is open, with what the rule gives each. */
async function rulesOf(reader: Reader, activity: Activity, today: CalendarDate) {
  const { all } = await countriesOn(reader, activity.listsOn);
  const served = await languagesServed(reader, addDays(today, -servedForDays), today, activity.id);
  const countries = all
    .filter((facts) => countryObstacles(activity, facts).length === 0)
    .map(({ country, income, languages }) => ({
      country,
      income,
      incomePoints: incomePoints(income),
      languageNotServed: !languages.some((language) => served.has(language)),
    }));
  return { countries, served: [...served] };
}

/** The cities an activity should reach, under-served ones first. */
export async function reachOf(reader: Reader, activity: Activity, today: CalendarDate, page: ReachPage) {
  const { countries, served } = await rulesOf(reader, activity, today);
  const month = monthOf(today);
  const cities = await listToReach(reader, {
    activityId: activity.id,
    open: activity,
    countries,
    topics: activity.topics,
    served,
    weights: reachWeights,
    today,
    month: { first: firstDay(month), last: lastDay(month) },
    emergency: activity.emergency,
    ...page,
  });
  return { cities, countries: countries.map(({ country }) => country) };
}

/** Whom it may reach at all, whom it has, and who joined. */
export async function sharesOf(reader: Reader, activity: Activity, today: CalendarDate) {
  const { countries } = await rulesOf(reader, activity, today);
  return {
    pool: await countPool(
      reader,
      activity,
      countries.map(({ country }) => country),
    ),
    reached: await reachedSoFar(reader, activity.id),
  };
}
