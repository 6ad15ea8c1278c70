import type { CalendarDate, DatePrecision, PartialDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { formatMoney, formatNumber } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import { ledgerRoles } from '../permissions.ts';
import type { CountUnit } from '../rules/claim-kinds.ts';
import type { Qualifier } from '../rules/entry.ts';
import type { Published } from '../rules/figure-view.ts';

/** `87`, or `USD 1,234,567`. */
export function sayValue(language: Language, value: bigint, series: string): string {
  return series === ''
    ? formatNumber(language, value)
    : formatMoney(language, { amountMinor: value, currency: series });
}

/** The same for charts, which reckon in plain numbers of the currency. */
export function chartFormat(language: Language, series: string): (value: number) => string {
  return (value) =>
    series === ''
      ? formatNumber(language, value)
      : formatNumber(language, value, {
          style: 'currency',
          currency: series,
          currencyDisplay: 'code',
          maximumFractionDigits: 0,
        });
}

const qualifierKeys = {
  exactly: 'qualifier.exactly',
  about: 'qualifier.about',
  'more than': 'qualifier.more-than',
  nearly: 'qualifier.nearly',
  'at least': 'qualifier.at-least',
  'up to': 'qualifier.up-to',
} as const satisfies Record<Qualifier, string>;

export function sayQualified(language: Language, qualifier: Qualifier, value: string): string {
  return words(language)(qualifierKeys[qualifier], { value });
}

/** A number as published: "more than 250", "USD 33,000,000". */
export function sayPublished(language: Language, said: Published): string {
  return sayQualified(language, said.qualifier, chartFormat(language, said.currency ?? '')(said.value));
}

interface Measured {
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly count: string | null;
  readonly countUnit: CountUnit | null;
  readonly qualifier: Qualifier;
}

/** The amount or count of an entry in words; undefined where it has none. */
export function sayMeasure(language: Language, entry: Measured): string | undefined {
  const { amountMinor, currency, count, countUnit, qualifier } = entry;
  if (amountMinor !== null && currency !== null)
    return sayQualified(language, qualifier, sayValue(language, BigInt(amountMinor), currency));
  if (count === null || countUnit === null) return undefined;
  return sayQualified(language, qualifier, words(language)(`unit.${countUnit}`, { n: Number(count) }));
}

export function partial(day: CalendarDate, precision: DatePrecision): PartialDate {
  return { date: day, precision };
}

/** The role in which somebody acted. */
export function sayCapacity(language: Language, capacity: string): string {
  return words(language)(`capacity.${isCapacity(capacity) ? capacity : 'platform'}`);
}

const capacities = [...ledgerRoles, 'platform'] as const;

function isCapacity(text: string): text is (typeof capacities)[number] {
  return (capacities as readonly string[]).includes(text);
}
