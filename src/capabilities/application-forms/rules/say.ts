import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { minorDigits } from '../../../kernel/money.ts';

/** Latin digits in Arabic too: figures must match their spreadsheets. */
const tagOf = (language: Language) =>
  language === 'ar' ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language;

/** An amount inside a sentence: `USD 1,250,000`. */
export function sayMoney(language: Language, amountMinor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const whole = amountMinor % 10n ** BigInt(digits) === 0n;
  return new Intl.NumberFormat(tagOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: whole ? 0 : digits,
  }).format(Number(amountMinor) / 10 ** digits);
}

/** A day inside a sentence: `1 Jul 2027`. */
export function sayDay(language: Language, day: CalendarDate): string {
  return new Intl.DateTimeFormat(tagOf(language), { timeZone: 'UTC', dateStyle: 'medium' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
