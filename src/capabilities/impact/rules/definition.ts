import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { yearOf } from '../../../kernel/calendar-date.ts';
import { lastDayOf } from '../../../kernel/tenure.ts';
import type { ClaimKind } from './claim-kinds.ts';
import { type Entry, subjectKey } from './entry.ts';

/** The part of a definition that decides the number. */
export interface CountingRule {
  readonly key: string;
  readonly version: number;
  readonly unit: string;
  readonly measure: 'count-entries' | 'count-distinct-subjects' | 'sum-amount' | 'sum-count';
  readonly kinds: readonly ClaimKind[];
  readonly period: 'ever' | 'calendar-year';
}

/** An entry in force that counts in public figures. */
export type CountedEntry = Pick<Entry, 'kind' | 'subject' | 'on' | 'amount' | 'usd' | 'count'> & {
  /** Taken from the public record, not verified by two people. */
  readonly imported: boolean;
};

interface Share {
  /** The currency of money, else empty: amounts of two currencies are never added. */
  readonly series: string;
  readonly day: CalendarDate;
  readonly value: bigint;
  readonly subject: string;
}

/** What the entry adds under the definition; undefined when it does not count there. */
export function shareOf(rule: CountingRule, entry: CountedEntry): Share | undefined {
  if (!rule.kinds.includes(entry.kind)) return undefined;
  const share = { series: '', day: lastDayOf(entry.on), value: 1n, subject: subjectKey(entry.subject) };
  if (rule.measure === 'sum-count') {
    return entry.count?.unit === rule.unit ? { ...share, value: entry.count.value } : undefined;
  }
  if (rule.measure !== 'sum-amount') return share;
  if (entry.usd) return { ...share, series: 'USD', value: entry.usd.amountMinor };
  return entry.amount
    ? { ...share, series: entry.amount.currency, value: entry.amount.amountMinor }
    : undefined;
}

/** The year a distinct subject is counted in; 0 where it is counted once for ever. */
export function countingYear(rule: CountingRule, day: CalendarDate): number {
  return rule.period === 'ever' ? 0 : yearOf(day);
}

/**
 * The figure by its definition, counted entry by entry: what every shortcut must agree with.
 * @returns by series; without entries there is no series
 */
export function figureAsAt(
  rule: CountingRule,
  entries: readonly CountedEntry[],
  asAt: CalendarDate,
): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const share = shareOf(rule, entry);
    if (!share || share.day > asAt) continue;
    if (rule.period === 'calendar-year' && yearOf(share.day) !== yearOf(asAt)) continue;
    const again = rule.measure === 'count-distinct-subjects' && seen.has(share.subject);
    seen.add(share.subject);
    totals.set(share.series, (totals.get(share.series) ?? 0n) + (again ? 0n : share.value));
  }
  return totals;
}
