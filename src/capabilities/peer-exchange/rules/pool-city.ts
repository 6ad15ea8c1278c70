import type { Topic } from '../../city-record/index.ts';

/** A city as the matching sees it on the round's day. Crosses a thread as plain data. */
export interface PoolCity {
  readonly id: string;
  /** Partners it takes this round. */
  readonly partners: number;
  readonly languages: readonly string[];
  /** Minutes ahead of UTC on the round's day. */
  readonly offsetMinutes: number;
  readonly offers: readonly Topic[];
  readonly asks: readonly Topic[];
  readonly band: string;
  /** As the lists of the round's day say; null where they say nothing. */
  readonly income: string | null;
  readonly region: string | null;
  readonly globalSouth: boolean;
  readonly secondary: boolean;
}

export const contextWishes = ['similar', 'different', 'either'] as const;
export type ContextWish = (typeof contextWishes)[number];

export const shapes = ['pairs', 'groups'] as const;
export type Shape = (typeof shapes)[number];

/** Two cities, the smaller id first, so that each pair is written one way only. */
export type CityPair = readonly [string, string];

export function pairOf(a: string, b: string): CityPair {
  return a < b ? [a, b] : [b, a];
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
