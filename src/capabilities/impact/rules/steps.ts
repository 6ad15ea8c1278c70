import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { type CountedEntry, type CountingRule, shareOf } from './definition.ts';

/** By how much a figure rises on a day, and by how many entries. */
export interface Step {
  readonly series: string;
  readonly day: CalendarDate;
  readonly delta: bigint;
  readonly entries: number;
  readonly imported: number;
}

export interface SpanRow extends Omit<Step, 'day'> {
  readonly span: 'year' | 'month' | 'day';
  readonly starts: CalendarDate;
}

/** Steps of one entry that came into force, went out of it, or was corrected. Distinct subjects step by `subjectSteps`. */
export function entrySteps(
  rule: CountingRule,
  before: CountedEntry | null,
  after: CountedEntry | null,
): Step[] {
  return [...one(rule, before, -1), ...one(rule, after, 1)];
}

function one(rule: CountingRule, entry: CountedEntry | null, sign: 1 | -1): Step[] {
  const share = entry && shareOf(rule, entry);
  if (!share) return [];
  const delta = rule.measure === 'count-distinct-subjects' ? 0n : BigInt(sign) * share.value;
  return [{ ...share, delta, entries: sign, imported: entry.imported ? sign : 0 }];
}

/** The first day a subject counts on, by counting year (0 is "ever"). */
export type FirstDays = ReadonlyMap<number, CalendarDate>;

/** A subject counts once, from its first day: the step moves when that day does. */
export function subjectSteps(before: FirstDays, after: FirstDays): Step[] {
  const still = (year: number) => before.get(year) === after.get(year);
  const step = (day: CalendarDate, delta: bigint) => ({ series: '', day, delta, entries: 0, imported: 0 });
  return [
    ...[...before].flatMap(([year, day]) => (still(year) ? [] : [step(day, -1n)])),
    ...[...after].flatMap(([year, day]) => (still(year) ? [] : [step(day, 1n)])),
  ];
}

/** The same steps added up by day, by month and by year, so that a total reads few rows. */
export function spanRows(steps: readonly Step[]): SpanRow[] {
  const rows = new Map<string, SpanRow>();
  for (const { day, ...step } of steps) {
    const spans = [
      { span: 'year', starts: `${day.slice(0, 4)}-01-01` as CalendarDate },
      { span: 'month', starts: `${day.slice(0, 7)}-01` as CalendarDate },
      { span: 'day', starts: day },
    ] as const;
    for (const { span, starts } of spans) {
      const key = `${span} ${starts} ${step.series}`;
      const sum = rows.get(key) ?? { span, starts, series: step.series, delta: 0n, entries: 0, imported: 0 };
      rows.set(key, {
        ...sum,
        delta: sum.delta + step.delta,
        entries: sum.entries + step.entries,
        imported: sum.imported + step.imported,
      });
    }
  }
  return [...rows.values()].filter((row) => row.delta !== 0n || row.entries !== 0 || row.imported !== 0);
}

/** The rows whose sum is the figure as at a day: whole years before (for "ever"), whole months, and days. */
export function countsAsAt(
  row: Pick<SpanRow, 'span' | 'starts'>,
  period: CountingRule['period'],
  asAt: CalendarDate,
): boolean {
  const year = `${asAt.slice(0, 4)}-01-01`;
  const month = `${asAt.slice(0, 7)}-01`;
  if (row.span === 'year') return period === 'ever' && row.starts < year;
  if (row.span === 'month') return row.starts >= year && row.starts < month;
  return row.starts >= month && row.starts <= asAt;
}
