import { pairKey } from '../pool-city.ts';
import { type Scored, scoreLesson, scorePair } from '../score.ts';
import { type Column, columnOf, type ColumnSource, type Places } from './column.ts';
import { type Circle, groupColumns } from './group-columns.ts';
import { pairColumns } from './pair-columns.ts';
import type { MatchingProblem } from './problem.ts';

/** The problem as columns and places, under the pins and forbidden pairs it carries. */
export interface Pool {
  readonly source: ColumnSource;
  readonly places: Places;
  /** Pinned pairs: taken before anything is chosen. */
  readonly taken: readonly Column[];
}

export function pairPool(problem: MatchingProblem): Pool {
  const { cities, weights, wish } = problem;
  const out = keysOf(problem.apart, problem.forbidden, problem.pins);
  const columns: Column[] = [];
  for (const [i, a] of cities.entries()) {
    for (let j = i + 1; j < cities.length; j++) {
      const b = cities[j];
      if (!b) continue;
      const scored = scorePair(a, b, weights, wish);
      if (scored && scored.points > 0 && !out.has(pairKey(a.id, b.id)))
        columns.push(columnOf([i, j], scored.points));
    }
  }
  const placeOf = new Map(cities.map(({ id }, place) => [id, place]));
  const taken = problem.pins.map(([a, b]) => {
    const [i, j] = [placeOf.get(a) ?? -1, placeOf.get(b) ?? -1];
    return columnOf([i, j], scoreAt(problem, i, j)?.points ?? 0);
  });
  const atMost = cities.map(
    ({ partners }, place) =>
      Math.min(partners, problem.maxPartners) -
      taken.filter((column) => column.cities.includes(place)).length,
  );
  return {
    source: pairColumns(columns, cities.length),
    places: { atMost, atLeast: cities.map(() => 0) },
    taken,
  };
}

function scoreAt({ cities, weights, wish }: MatchingProblem, i: number, j: number): Scored | undefined {
  const [a, b] = [cities[i], cities[j]];
  return a && b && scorePair(a, b, weights, wish);
}

/** A city sits in one group at most; a group of four needs room for three partners with each of its cities. */
export function groupPool(problem: MatchingProblem): Pool {
  const { cities } = problem;
  const apart = keysOf(problem.apart, problem.forbidden);
  const placeOf = new Map(cities.map(({ id }, place) => [id, place]));
  const pinned = new Map<number, number[]>();
  for (const [a, b] of problem.pins) {
    const [i, j] = [placeOf.get(a) ?? -1, placeOf.get(b) ?? -1];
    pinned.set(i, [...(pinned.get(i) ?? []), j]);
    pinned.set(j, [...(pinned.get(j) ?? []), i]);
  }
  const source = groupColumns(circlesOf(problem, apart), {
    apart: (a, b) => apart.has(pairKey(cities[a]?.id ?? '', cities[b]?.id ?? '')),
    pinnedTo: (city) => pinned.get(city) ?? [],
  });
  const atLeast = cities.map((_, place) => (pinned.has(place) ? 1 : 0));
  return { source, places: { atMost: cities.map(() => 1), atLeast }, taken: [] };
}

function circlesOf(problem: MatchingProblem, apart: ReadonlySet<string>): Circle[] {
  const { cities, weights, wish, maxPartners } = problem;
  const sizeOf = (partners: number) => Math.min(partners, maxPartners) + 1;
  return cities.flatMap((host, place) =>
    host.offers.flatMap((topic) => {
      const asking = cities.flatMap((guest, at) => {
        if (at === place || sizeOf(guest.partners) < 3 || !guest.asks.includes(topic)) return [];
        if (apart.has(pairKey(host.id, guest.id))) return [];
        const scored = scoreLesson(host, guest, topic, weights, wish);
        return scored
          ? [{ city: at, points: scored.points, size: sizeOf(guest.partners), languages: guest.languages }]
          : [];
      });
      return host.languages.flatMap((language) => {
        const guests = asking.filter(({ languages }) => languages.includes(language));
        if (guests.length < 2 || sizeOf(host.partners) < 3) return [];
        return [{ host: place, topic, size: sizeOf(host.partners), guests }];
      });
    }),
  );
}

function keysOf(...lists: readonly (readonly (readonly [string, string])[])[]): ReadonlySet<string> {
  return new Set(lists.flat().map(([a, b]) => pairKey(a, b)));
}
