import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';

interface Said {
  readonly value: number;
  readonly unit: string;
  readonly currency: string | null;
  readonly qualifier: 'exactly' | 'about' | 'more than' | 'nearly' | 'at least' | 'up to';
}

const qualifierKeys = {
  exactly: 'q-exactly',
  about: 'q-about',
  'more than': 'q-more-than',
  nearly: 'q-nearly',
  'at least': 'q-at-least',
  'up to': 'q-up-to',
} as const;

/** "more than 250", "USD 33,000,000", "90%", with the qualifier its source gave. */
export function sayFigure(language: Language, said: Said): string {
  const value = sayValue(language, said);
  return words(language)(qualifierKeys[said.qualifier], { value });
}

function sayValue(language: Language, { value, unit, currency }: Said): string {
  if (unit === 'percent') return formatNumber(language, value / 100, { style: 'percent' });
  if (unit === 'multiple') return `${formatNumber(language, value)}×`;
  if (!currency) return formatNumber(language, value);
  return formatNumber(language, value, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: 0,
  });
}
