import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { classificationOf, listCitiesByIds, vintagesOn } from '../../city-registry/index.ts';
import type { MatchingProblem } from '../rules/matching/problem.ts';
import { type CityPair, pairOf, type PoolCity } from '../rules/pool-city.ts';
import type { ListUsed } from '../rules/run-result.ts';
import { offsetMinutes } from '../../../kernel/time-zone.ts';
import { type Entry, listEntries, listProfiles, listVetoes, type Profile } from '../store/city-standing.ts';
import { listWishes, type Round } from '../store/rounds.ts';
import { listPastPairs } from '../store/runs.ts';

/** Pairs of five hundred cities take one or two of these seconds; groups take them all. */
const secondsAtMost = 9;

interface RoundPool {
  readonly problem: MatchingProblem;
  readonly lists: readonly ListUsed[];
  readonly wishes: readonly string[];
}

/** Everything the matching of a round rests on, as it stands now. For match-makers and the worker: it knows all vetoes. */
export async function poolOfRound(reader: Reader, round: Round): Promise<RoundPool> {
  const vetoes = await listVetoes(reader);
  const barred = new Set(
    vetoes.flatMap((veto) =>
      round.organisationId !== null && veto.againstOrganisation === round.organisationId ? [veto.cityId] : [],
    ),
  );
  const profiles = (await listProfiles(reader)).filter(
    ({ cityId, paused }) => !paused && !barred.has(cityId),
  );
  const entries = entriesByCity(await listEntries(reader), round.day);
  const speaking = profiles.filter(({ cityId }) => entries.has(cityId));
  const { cities, lists } = await poolCities(reader, speaking, entries, round.day);
  const present = new Set(cities.map(({ id }) => id));
  const bothIn = ([a, b]: CityPair) => present.has(a) && present.has(b);
  const wishes = await listWishes(reader, round.id);
  const wished = (kind: 'pin' | 'forbid') =>
    wishes.filter((wish) => wish.kind === kind).map((wish) => wish.cities);
  const apart = [
    ...vetoes.flatMap(({ cityId, againstCity }) => (againstCity ? [pairOf(cityId, againstCity)] : [])),
    ...(await listPastPairs(reader)),
  ].filter(bothIn);
  return {
    problem: {
      shape: round.shape,
      cities,
      apart,
      pins: wished('pin').filter(bothIn),
      forbidden: wished('forbid').filter(bothIn),
      maxPartners: round.maxPartners,
      wish: round.wish,
      weights: round.weights,
      secondsAtMost,
    },
    lists,
    wishes: wishes.map(({ id }) => id).toSorted(),
  };
}

/** Entries that hold on the day. */
function entriesByCity(entries: readonly Entry[], day: CalendarDate): Map<string, Entry[]> {
  const byCity = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.to !== null && entry.to < day) continue;
    byCity.set(entry.cityId, [...(byCity.get(entry.cityId) ?? []), entry]);
  }
  return byCity;
}

async function poolCities(
  reader: Reader,
  profiles: readonly Profile[],
  entries: ReadonlyMap<string, readonly Entry[]>,
  day: CalendarDate,
): Promise<{ cities: PoolCity[]; lists: ListUsed[] }> {
  const known = new Map(
    (
      await listCitiesByIds(
        reader,
        profiles.map(({ cityId }) => cityId),
      )
    ).map((city) => [city.id, city]),
  );
  const countries = new Map<string, { income: string | null; region: string | null }>();
  for (const country of new Set([...known.values()].map((city) => city.country))) {
    const income = await classificationOf(reader, country, 'world-bank-income', day);
    const region = await classificationOf(reader, country, 'un-m49', day);
    countries.set(country, {
      income: income?.values['income-group'] ?? null,
      region: region?.values['region'] ?? null,
    });
  }
  const noon = new Date(`${day}T12:00:00Z`);
  const cities = profiles.flatMap((profile): PoolCity[] => {
    const city = known.get(profile.cityId);
    if (!city) return [];
    const said = entries.get(profile.cityId) ?? [];
    const topics = (kind: Entry['kind']) =>
      said.filter((entry) => entry.kind === kind).map(({ topic }) => topic);
    return [
      {
        id: city.id,
        partners: profile.partners,
        languages: profile.languages,
        offsetMinutes: offsetMinutes(profile.timeZone, noon),
        offers: topics('offer'),
        asks: topics('ask'),
        band: city.populationBand,
        income: countries.get(city.country)?.income ?? null,
        region: countries.get(city.country)?.region ?? null,
        globalSouth: city.globalSouth,
        secondary: city.secondaryCity,
      },
    ];
  });
  const lists = (await vintagesOn(reader, day)).filter(
    ({ scheme }) => scheme === 'world-bank-income' || scheme === 'un-m49',
  );
  return { cities, lists: lists.map(({ scheme, name }) => ({ scheme, name })) };
}
