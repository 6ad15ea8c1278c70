/** A pair or group that could be: which cities, by their place in the pool, and what it is worth. */
export interface Column {
  /** The same for the same cities, host and topic. */
  readonly key: string;
  readonly cities: readonly number[];
  readonly points: number;
  /** For a group: the host's place and the topic. */
  readonly host: number | null;
  readonly topic: string | null;
}

/** What each city may take, in the order of the pool: at most, and, where staff pinned it in a group, at least. */
export interface Places {
  readonly atMost: readonly number[];
  readonly atLeast: readonly number[];
}

/**
 * Of the pairs inside a set of cities, and of some that leave it, no whole choice takes more than `most`; shares might.
 * These are the blossom inequalities that make pairs exact.
 */
export interface Cut {
  readonly inside: ReadonlySet<number>;
  readonly leaving: ReadonlySet<string>;
  readonly most: number;
}

/** What a place of each city is worth, and what each cut costs. A column's gain is its points less what it uses. */
export interface Prices {
  readonly cities: readonly number[];
  readonly cuts: readonly { readonly cut: Cut; readonly price: number }[];
}

/** Knows all columns without having to list them. */
export interface ColumnSource {
  /** How many there are, or as many as could be counted. */
  readonly count: number;
  /** Columns to begin with. */
  seeds(): Column[];
  /** Columns not known yet with a gain above zero, a few for each city; empty only when there is none. */
  gaining(prices: Prices, known: ReadonlyMap<string, Column>): Column[];
  /** Every column with a gain of at least `floor` (which is negative or zero); undefined when there are more than `limit`. */
  within(prices: Prices, floor: number, limit: number): Column[] | undefined;
}

export const noPrices: Prices = { cities: [], cuts: [] };

export function gainOf(column: Column, { cities, cuts }: Prices): number {
  let gain = column.points;
  for (const city of column.cities) gain -= cities[city] ?? 0;
  for (const { cut, price } of cuts) if (isInCut(column, cut)) gain -= price;
  return gain;
}

export function isInCut({ cities, key }: Column, { inside, leaving }: Cut): boolean {
  return cities.every((city) => inside.has(city)) || leaving.has(key);
}

export function columnOf(
  cities: readonly number[],
  points: number,
  host: number | null = null,
  topic: string | null = null,
): Column {
  const key = `${cities.toSorted((a, b) => a - b).join(',')}:${host ?? ''}:${topic ?? ''}`;
  return { key, cities, points, host, topic };
}

export function totalOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.points, 0);
}

export function keepsPlaces(chosen: readonly Column[], { atMost, atLeast }: Places): boolean {
  const taken = atMost.map(() => 0);
  for (const city of chosen.flatMap(({ cities }) => cities)) taken[city] = (taken[city] ?? 0) + 1;
  return taken.every((n, city) => n <= (atMost[city] ?? 0) && n >= (atLeast[city] ?? 0));
}
