import { z } from 'zod';
import { type Money, minorDigits } from '../../../../kernel/money.ts';
import { optionalText, text, wrong } from '../../../../platform/forms/fields.ts';
import type { KeptWindow } from '../../rules/prepared-window.ts';

/** `7`, `7.5` or `7,5` per cent, as hundredths of a per cent. */
function basisPoints(said: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(said);
  if (!match) return undefined;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= 10_000 ? points : undefined;
}

export function percent() {
  return text(10).transform((said, context) => basisPoints(said) ?? wrong(context, 'fund:not-a-percentage'));
}

export function optionalPercent() {
  return optionalText(10).transform((said, context) =>
    said === null ? null : (basisPoints(said) ?? wrong(context, 'fund:not-a-percentage')),
  );
}

/** `9`, `09:30` or `17.00`, as `09:30`; midnight is 00:00. */
export function timeOfDay() {
  return text(5).transform((said, context) => {
    const match = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/.exec(said);
    return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : wrong(context, 'fund:not-a-time');
  });
}

/** Two-letter codes of countries, apart by blanks or commas. */
export function readCountries(said: string): string[] {
  return [
    ...new Set(
      said
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
}

export function countries() {
  return optionalText(1200).transform((said, context) => {
    const codes = readCountries(said ?? '');
    const unknown = codes.find((code) => !/^[A-Z]{2}$/.test(code));
    return unknown === undefined ? codes : wrong(context, 'fund:not-a-country-code', { code: unknown });
  });
}

/** Boxes under one name whose values the page offered. */
export function boxes(pattern: RegExp) {
  return z
    .string()
    .default('')
    .transform((said) => said.split('\n').filter((one) => pattern.test(one)));
}

/** Hundredths of a per cent as typed: `7.5`. */
export function asPercent(points: number | null): string {
  return points === null ? '' : String(points / 100);
}

function asTyped({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const said = String(amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? said : `${said.slice(0, -digits)}.${said.slice(-digits)}`;
}

/** The terms as the form writes them. */
export function termsAsAnswers(window: KeptWindow): Record<string, string> {
  const { ceiling } = window;
  return {
    ceiling: ceiling ? asTyped(ceiling) : '',
    ceilingCurrency: ceiling?.currency ?? 'USD',
    otherCurrencies: window.currencies.filter((code) => code !== ceiling?.currency).join(' '),
    termMonths: String(window.termMonths ?? ''),
    overheadCap: asPercent(window.overheadCapBasisPoints),
    reviewersWanted: String(window.reviewersWanted ?? ''),
    minutesExpected: String(window.minutesExpected ?? ''),
    timeZone: window.timeZone,
  };
}
