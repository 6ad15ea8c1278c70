import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type CsvColumn, csvResponse } from '../../../../platform/exports/csv.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { reachOf } from '../../actions/reach-of-activity.ts';
import { findActivity } from '../../store/activities.ts';
import type { ReachedCity } from '../../store/reach.ts';
import { idIn, todayIn } from '../frame.ts';
import { reachAsked } from './reach-asked.ts';
import { reachReasons } from './reach-table.tsx';

/** More than anybody will invite to one thing. */
const mostRows = 5000;

/** The list as a file, in its order, with the reasons. */
export async function reachFile(visit: Visit): Promise<Response> {
  const { world, actor, language } = visit;
  const cities = await reading(world, actor, async (tx) => {
    const activity = await findActivity(tx, idIn(visit, 'id'));
    if (!activity) throw notFound();
    const page = { ...reachAsked(visit), limit: mostRows, offset: 0 };
    return (await reachOf(tx, activity, todayIn(visit), page)).cities;
  });
  const columns: CsvColumn<ReachedCity & { rank: number }>[] = [
    { head: 'rank', cell: (city) => city.rank },
    { head: 'geonames_id', cell: (city) => city.geonamesId },
    { head: 'city', cell: (city) => city.name },
    { head: 'country', cell: (city) => city.country },
    { head: 'population', cell: (city) => city.population },
    { head: 'points', cell: (city) => city.points },
    { head: 'needs_matched', cell: (city) => city.needs },
    { head: 'never_engaged', cell: (city) => city.neverEngaged },
    { head: 'secondary_city', cell: (city) => city.secondary },
    { head: 'global_south', cell: (city) => city.globalSouth },
    { head: 'income_group', cell: (city) => city.income },
    { head: 'language_not_served', cell: (city) => city.languageNotServed },
    { head: 'asked_this_month', cell: (city) => city.used },
    { head: 'budget', cell: (city) => city.perMonth },
    { head: 'quiet_until', cell: (city) => city.quietUntil },
    { head: 'why', cell: (city) => reachReasons(language, city).join('; ') },
  ];
  return privately(
    csvResponse(
      'cities-to-reach',
      columns,
      cities.map((city, index) => ({ ...city, rank: index + 1 })),
    ),
  );
}

/** Files of the workspace are for who asked: no cache keeps them. */
export function privately(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  return response;
}
