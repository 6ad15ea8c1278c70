import { stableId } from '../../../kernel/id.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { citeEdition } from '../../library/index.ts';
import type { FundEdition } from './load-fund.ts';

const name = 'Global Cities Fund';
/** For what belongs to no window that is named. */
export const wholeFund: LocalText = { en: name, fr: name, es: name, pt: name, ar: 'صندوق المدن العالمي' };

/** Says what each record of the fund rests on. */
export async function citeFund(tx: Tx, edition: FundEdition): Promise<void> {
  const windows = new Map(edition.windows.map((window) => [window.id, window]));
  const cities = new Map(edition.cities.map((city) => [city.id, city.knownAs ?? city.name]));
  const grants = new Map(edition.grants.map((grant) => [grant.id, grant]));
  const pathOf = (window: string | null) => (window ? `/fund/windows/${window}` : '/fund');
  const windowName = (id: string | null): LocalText | undefined => (id ? windows.get(id)?.name : undefined);

  const cite = (kind: string, records: Parameters<typeof citeEdition>[3]) =>
    citeEdition(tx, 'fund', kind, records);
  await cite(
    'window',
    edition.windows.map(({ id, name, sources }) => ({
      id: stableId('window', id),
      label: name,
      path: pathOf(id),
      sources,
    })),
  );
  await cite(
    'donor-commitment',
    edition.donorCommitments.map(({ id, window, date, sources }) => ({
      id: stableId('donor-commitment', id),
      label: labelled((language) => [(windowName(window) ?? wholeFund)[language], date]),
      path: pathOf(window),
      sources,
    })),
  );
  await cite(
    'grant',
    edition.grants.map(({ id, city, window, sources }) => ({
      id: stableId('grant', id),
      label: labelled((language) => [cities.get(city) ?? city, (windowName(window) ?? wholeFund)[language]]),
      path: window ? pathOf(window) : '/fund/grantees',
      sources,
    })),
  );
  await cite(
    'result',
    edition.results.map((result) => ({
      id: stableId('result', result.id),
      label: result.what,
      path: pathOf(result.window ?? grants.get(result.grants[0] ?? '')?.window ?? null),
      sources: result.sources,
    })),
  );
}

function labelled(parts: (language: Language) => readonly string[]): LocalText {
  return Object.fromEntries(languages.map((language) => [language, parts(language).join(' · ')])) as Record<
    Language,
    string
  >;
}
