import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';

/** How many seats are held, and how many of these are only likely. */
export function saySeats(language: Language, held: number, likely: number): string {
  const t = words(language);
  if (held === 0 && likely > 0) return t('n-seats-unconfirmed', { n: likely });
  return t('n-seats', { n: held + likely, likely });
}
