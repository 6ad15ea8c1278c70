import { type Column, type ColumnSource, columnOf, noPrices } from './column.ts';

interface Guest {
  readonly city: number;
  readonly points: number;
  /** The largest group it has room for. */
  readonly size: number;
}

/** One host that teaches one topic in one language, and all who could come. */
export interface Circle {
  readonly host: number;
  readonly topic: string;
  readonly size: number;
  readonly guests: readonly Guest[];
}

/** What of any two cities in one group is known beforehand. */
export interface Together {
  /** Never in one group. */
  apart(a: number, b: number): boolean;
  /** Pinned: in one group or in none. */
  pinnedTo(city: number): readonly number[];
}

const perCircle = 2;

/** Groups are far too many to list: each circle finds its own by the prices, the dearest guests first. */
export function groupColumns(circles: readonly Circle[], together: Together): ColumnSource {
  const collect: ColumnSource['gaining'] = ({ cities: prices }, known) => {
    const found = new Map<string, Column>();
    for (const circle of circles) {
      let left = perCircle;
      eachGroup(circle, together, prices, 1e-7, (column) => {
        if (known.has(column.key) || found.has(column.key)) return true;
        found.set(column.key, column);
        left -= 1;
        return left > 0;
      });
    }
    return [...found.values()];
  };
  return {
    count: circles.reduce(
      (sum, { guests: { length: n } }) => sum + (n * (n - 1)) / 2 + (n * (n - 1) * (n - 2)) / 6,
      0,
    ),
    seeds: () => collect(noPrices, new Map()),
    gaining: collect,
    within: ({ cities: prices }, floor, limit) => {
      const kept = new Map<string, Column>();
      for (const circle of circles) {
        const whole = eachGroup(circle, together, prices, floor, (column) => {
          kept.set(column.key, column);
          return kept.size <= limit;
        });
        if (!whole) return undefined;
      }
      return [...kept.values()];
    },
  };
}

/**
 * Gives every group of the circle whose gain exceeds `floor`, dearest guests first, until `take` says false.
 * Guests stand in falling order of worth, so a branch ends where even the best that follow would not reach the floor.
 * @returns whether all were given
 */
function eachGroup(
  circle: Circle,
  together: Together,
  prices: readonly number[],
  floor: number,
  take: (column: Column) => boolean,
): boolean {
  const worth = circle.guests
    .map((guest) => ({ ...guest, worth: guest.points - (prices[guest.city] ?? 0) }))
    .toSorted((a, b) => b.worth - a.worth);
  const needed = floor + (prices[circle.host] ?? 0);
  const offer = (guests: readonly (typeof worth)[number][]): boolean => {
    if (guests.some((guest) => guest.size < guests.length + 1) || circle.size < guests.length + 1)
      return true;
    const cities = [circle.host, ...guests.map(({ city }) => city)];
    if (cities.some((city) => together.pinnedTo(city).some((other) => !cities.includes(other)))) return true;
    const points = guests.reduce((sum, guest) => sum + guest.points, 0);
    return take(columnOf(cities, points, circle.host, circle.topic));
  };
  for (const [i, first] of worth.entries()) {
    const ahead = Math.max(0, worth[i + 2]?.worth ?? 0);
    if (first.worth + (worth[i + 1]?.worth ?? Number.NEGATIVE_INFINITY) + ahead <= needed) break;
    for (let j = i + 1; j < worth.length; j++) {
      const second = worth[j];
      if (!second) break;
      const two = first.worth + second.worth;
      if (two + Math.max(0, worth[j + 1]?.worth ?? 0) <= needed) break;
      if (together.apart(first.city, second.city)) continue;
      if (two > needed && !offer([first, second])) return false;
      for (let k = j + 1; k < worth.length; k++) {
        const third = worth[k];
        if (!third || two + third.worth <= needed) break;
        if (together.apart(first.city, third.city) || together.apart(second.city, third.city)) continue;
        if (!offer([first, second, third])) return false;
      }
    }
  }
  return true;
}
