import type { CalendarDate, PartialDate } from '../../kernel/calendar-date.ts';
import type { Language } from '../../kernel/language.ts';
import { type Money, minorDigits } from '../../kernel/money.ts';
import { localeTag } from './catalogue.ts';

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.DisplayNames | Intl.Collator>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.DisplayNames | Intl.Collator>(
  key: string,
  make: () => T,
): T {
  let made = cache.get(key);
  if (!made) {
    made = make();
    cache.set(key, made);
  }
  return made as T;
}

export function formatNumber(
  language: Language,
  value: number | bigint,
  options: Intl.NumberFormatOptions = {},
): string {
  const make = () => new Intl.NumberFormat(localeTag(language), options);
  return cached(`n${language}${JSON.stringify(options)}`, make).format(value);
}

/** Whole amounts without decimals, always with the currency's code: `USD 1,250,000`. */
export function formatMoney(language: Language, money: Money): string {
  const digits = minorDigits(money.currency);
  const whole = money.amountMinor % 10n ** BigInt(digits) === 0n;
  const major = Number(money.amountMinor) / 10 ** digits;
  return formatNumber(language, major, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: whole ? 0 : digits,
  });
}

/** `21 Nov 2026`. */
export function formatDate(language: Language, date: CalendarDate): string {
  return formatPartialDate(language, { date, precision: 'day' });
}

/** As much as is known: `2019`, `Jul 2019` or `16 Jul 2019`. */
export function formatPartialDate(language: Language, { date, precision }: PartialDate): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (precision !== 'year') options.month = 'short';
  if (precision === 'day') options.day = 'numeric';
  const make = () => new Intl.DateTimeFormat(localeTag(language), options);
  return cached(`d${language}${precision}`, make).format(new Date(`${date}T00:00:00Z`));
}

/** `21 Nov 2026, 17:00 UTC`: an instant always says its zone. */
export function formatInstant(language: Language, instant: Date, timeZone = 'UTC'): string {
  const make = () =>
    new Intl.DateTimeFormat(localeTag(language), {
      timeZone,
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
  return cached(`i${language}${timeZone}`, make).format(instant);
}

/** A country's name from its ISO 3166 alpha-2 code. */
export function countryName(language: Language, iso2: string): string {
  return (
    cached(
      `r${language}`,
      () => new Intl.DisplayNames(localeTag(language), { type: 'region', fallback: 'code' }),
    ).of(iso2) ?? iso2
  );
}

/** A language's name in the reader's language. */
export function languageName(language: Language, code: string): string {
  return (
    cached(
      `l${language}`,
      () => new Intl.DisplayNames(localeTag(language), { type: 'language', fallback: 'code' }),
    ).of(code) ?? code
  );
}

/** Orders names as readers of the language expect. */
export function compareNames(language: Language, a: string, b: string): number {
  return cached(
    `c${language}`,
    () => new Intl.Collator(localeTag(language), { sensitivity: 'base' }),
  ).compare(a, b);
}
