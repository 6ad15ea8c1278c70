import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { ListSaid } from '../store/city-record.ts';

type Region = { readonly listedAs: string; readonly names: LocalText };

/** What a list says of a country, in words. */
export function listSays(
  language: Language,
  { scheme, values }: Pick<ListSaid, 'scheme' | 'values'>,
  regions: readonly Region[],
): string {
  const t = words(language);
  const flag = (value: string | undefined) =>
    value === undefined ? t('not-listed') : t(value === '1' ? 'yes' : 'no');
  const group = values['income-group'];
  const income = group && t(`income-group.${group.replace(' ', '-')}` as 'income-group.HIC');
  if (scheme === 'un-m49') {
    const named = ['region', 'subregion', 'intermediate'].flatMap((facet) => values[facet] ?? []);
    const nameOf = (listed: string) =>
      regions.find((one) => one.listedAs === listed)?.names[language] ?? listed;
    return named.length > 0 ? named.map(nameOf).join(' › ') : t('not-listed');
  }
  if (scheme === 'world-bank-income') return income || t('not-listed');
  if (scheme === 'oecd-dac') return [flag(values['recipient']), income].filter(Boolean).join(' · ');
  return flag(values['member']);
}

/** The days for which a list was made. */
export function listHolds(
  language: Language,
  { validFrom, validTo }: { validFrom: CalendarDate | null; validTo: CalendarDate | null },
): string {
  const t = words(language);
  if (validFrom && validTo)
    return t('holds-from-to', { from: formatDate(language, validFrom), to: formatDate(language, validTo) });
  return validFrom ? t('holds-from', { from: formatDate(language, validFrom) }) : t('holds-undated');
}
