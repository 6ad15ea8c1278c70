import type { Column, Cut, Places } from './column.ts';
import { type Edge, smallestCuts } from './cut-tree.ts';
import type { Relaxed } from './linear-solver.ts';

type Shares = Relaxed['shares'];
const tolerance = 1e-6;

/**
 * Odd sets of cities whose pairs have more shares than any whole choice could: three cities of one place each hold one pair at most,
 * not three halves. First the connected parts of the shares, at several depths; when none is violated, the exact search over the
 * smallest cuts, so that an empty answer means that there is none.
 * @source Edmonds 1965; Padberg and Rao 1982; Letchford, Reinelt and Theis 2004 for why the smallest cuts suffice
 */
export function oddSets(shares: Shares, places: Places): Cut[] {
  const open = shares.filter(({ share }) => share < 1 - tolerance);
  const parts = [tolerance, 0.2, 0.34, 0.49].flatMap((depth) =>
    connectedParts(open.filter(({ share }) => share > depth)),
  );
  // With the whole pairs that hang on them: a cut around all of these cannot be got round by moving a half elsewhere.
  parts.push(...connectedParts(shares), new Set(places.atMost.keys()));
  const quick = violatedAmong(parts, shares, places);
  return quick.length > 0 ? quick : violatedAmong(smallestSets(shares, places), shares, places);
}

function violatedAmong(sets: readonly ReadonlySet<number>[], shares: Shares, places: Places): Cut[] {
  const cuts = new Map<string, Cut>();
  for (const inside of sets) {
    const cut = violatedBy(inside, shares, places);
    if (cut) cuts.set([...inside].toSorted((a, b) => a - b).join(), cut);
  }
  return [...cuts.values()];
}

/** Sets that little leads out of: an edge leads out by its distance from whole, a city by the places it leaves free. */
function smallestSets(shares: Shares, places: Places): Set<number>[] {
  const open = shares.filter(({ share }) => share < 1 - tolerance);
  const cities = [...new Set(open.flatMap(({ column }) => column.cities))];
  // Point 0 is outside: it stands for free places and belongs to no set.
  const pointOf = new Map(cities.map((city, index) => [city, index + 1]));
  const held = new Map<number, number>();
  for (const { column, share } of shares) {
    for (const city of column.cities) held.set(city, (held.get(city) ?? 0) + share);
  }
  const edges: Edge[] = open.map(({ column: { cities: ends }, share }) => ({
    from: pointOf.get(ends[0] ?? -1) ?? 0,
    to: pointOf.get(ends[1] ?? -1) ?? 0,
    capacity: Math.min(share, 1 - share),
  }));
  for (const [city, point] of pointOf) {
    const free = (places.atMost[city] ?? 0) - (held.get(city) ?? 0);
    if (free > tolerance) edges.push({ from: 0, to: point, capacity: free });
  }
  return smallestCuts(cities.length + 1, edges).map(
    (set) => new Set(set.flatMap((point) => cities[point - 1] ?? [])),
  );
}

function violatedBy(inside: ReadonlySet<number>, shares: Shares, places: Places): Cut | undefined {
  const within = (column: Column) => column.cities.filter((city) => inside.has(city)).length;
  const leaving = shares.filter(({ column }) => within(column) === 1);
  const taken = new Set(leaving.filter(({ share }) => share > 0.5).map(({ column }) => column.key));
  const room = [...inside].reduce((sum, city) => sum + (places.atMost[city] ?? 0), 0);
  if ((room + taken.size) % 2 === 0) {
    const [cheapest] = leaving.toSorted((a, b) => Math.abs(1 - 2 * a.share) - Math.abs(1 - 2 * b.share));
    if (!cheapest) return undefined;
    if (!taken.delete(cheapest.column.key)) taken.add(cheapest.column.key);
  }
  const most = (room + taken.size - 1) / 2;
  const held = shares.reduce(
    (sum, { column, share }) => (within(column) === 2 || taken.has(column.key) ? sum + share : sum),
    0,
  );
  return held > most + 1e-4 ? { inside, leaving: taken, most } : undefined;
}

function connectedParts(shares: Shares): Set<number>[] {
  const neighbours = new Map<number, number[]>();
  for (const { column } of shares) {
    for (const city of column.cities)
      neighbours.set(city, [...(neighbours.get(city) ?? []), ...column.cities]);
  }
  const seen = new Set<number>();
  const parts: Set<number>[] = [];
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    const part = new Set<number>();
    const open = [start];
    for (let city = open.pop(); city !== undefined; city = open.pop()) {
      if (part.has(city)) continue;
      part.add(city);
      seen.add(city);
      open.push(...(neighbours.get(city) ?? []));
    }
    parts.push(part);
  }
  return parts;
}
