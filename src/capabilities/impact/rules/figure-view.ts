import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Objective } from './claim-kinds.ts';
import type { CountingRule } from './definition.ts';
import type { Qualifier } from './entry.ts';

/** A sum as at a day. Whole numbers arrive from the database's JSON as digits, so that none loses a cent. */
export interface Total {
  /** The currency of money, else empty. */
  readonly series: string;
  readonly value: bigint;
  readonly entries: number;
  readonly imported: number;
}

/** A number as published, beside what the ledger gives for the same day. */
export interface Published {
  readonly value: number;
  readonly unit: string;
  readonly currency: string | null;
  readonly qualifier: Qualifier;
  readonly wording: string | null;
  readonly day: CalendarDate;
  readonly precision: DatePrecision;
  readonly source: string;
  readonly address: string | null;
  readonly computedThen: bigint;
}

export interface YearTotal {
  readonly year: number;
  readonly series: string;
  readonly delta: bigint;
}

export interface FigureView {
  readonly key: string;
  readonly version: number;
  readonly objective: Objective;
  readonly unit: string;
  readonly measure: CountingRule['measure'];
  readonly period: 'ever' | 'calendar-year';
  readonly title: LocalText;
  readonly difference: LocalText | null;
  readonly totals: readonly Total[];
  readonly years: readonly YearTotal[];
  /** Oldest first, up to the day. */
  readonly published: readonly Published[];
  readonly shares: Shares | null;
}

/** Of distinct cities: how many lie in the Global South, how many are secondary cities. */
export interface Shares {
  readonly cities: number;
  readonly globalSouth: number;
  readonly secondary: number;
}

/** The total the reader sees first: of money the dollars, else the largest entry count. */
export function mainTotal(totals: readonly Total[]): Total | undefined {
  return totals.find(({ series }) => series === '' || series === 'USD') ?? totals[0];
}

/**
 * The figure at the end of each year up to the day, from the first year that has any; the last is the figure as at the day.
 * @param years steps by year, of one series
 */
export function yearEnds(
  figure: Pick<FigureView, 'period'>,
  years: readonly YearTotal[],
  asAt: CalendarDate,
  now: bigint,
): { readonly year: number; readonly value: bigint }[] {
  const last = Number(asAt.slice(0, 4));
  const deltas = new Map(years.map(({ year, delta }) => [year, delta]));
  const first = Math.min(last, ...deltas.keys());
  const ends: { year: number; value: bigint }[] = [];
  let sum = 0n;
  for (let year = first; year < last; year++) {
    const delta = deltas.get(year) ?? 0n;
    sum = figure.period === 'ever' ? sum + delta : delta;
    ends.push({ year, value: sum });
  }
  return [...ends, { year: last, value: now }];
}
