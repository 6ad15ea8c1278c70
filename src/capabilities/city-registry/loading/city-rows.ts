import { isLanguage } from '../../../kernel/language.ts';
import { mainLanguage } from '../rules/main-language.ts';
import { fold } from '../rules/fold.ts';
import { typosOf } from '../rules/typos.ts';
import type { Spellings } from './alternate-names.ts';
import type { GazetteerCity } from './gazetteer-package.ts';

/** Cities from here on are found in spite of a typo by their forms with a letter left out; smaller ones by likeness alone. */
const largeFrom = 100_000;

export interface CityRow extends GazetteerCity {
  readonly folded: string;
  /** What the five languages call it, where that differs from its name. */
  readonly names: Readonly<Record<string, string>>;
}

export interface NameRow {
  readonly geonamesId: number;
  readonly name: string;
  readonly folded: string;
  readonly languages: readonly string[];
  readonly kind: 'own' | 'alternate' | 'former';
  readonly standing: 0 | 1 | 2;
  readonly country: string;
  readonly population: number;
  readonly typos: readonly string[] | null;
}

/** The city under the name it bears today. */
export function cityRow(city: GazetteerCity, { alternates, renamed }: Spellings): CityRow {
  const name = renamed.get(city.geonamesId)?.name ?? city.name;
  const names: Record<string, string> = {};
  for (const alternate of alternates.get(city.geonamesId) ?? []) {
    for (const language of alternate.languages) {
      if (isLanguage(language) && alternate.name !== name) names[language] ??= alternate.name;
    }
  }
  return { ...city, name, folded: fold(name), names };
}

/** Every spelling of the city once: its own, those of other languages, those it had before. */
export function nameRows(city: CityRow, { alternates, renamed }: Spellings): NameRow[] {
  const known = new Set<string>();
  const forms = new Set<string>();
  const rows: NameRow[] = [];
  const add = (name: string, kind: NameRow['kind'], languages: readonly string[]) => {
    const folded = kind === 'own' ? city.folded : fold(name);
    if (folded === '' || known.has(name)) return;
    const typos = city.population >= largeFrom && !forms.has(folded) ? typosOf(folded) : null;
    const { geonamesId, country, population } = city;
    const standing = kind === 'own' ? 0 : kind === 'former' || isCommon(languages, country) ? 1 : 2;
    known.add(name);
    forms.add(folded);
    rows.push({ geonamesId, name, folded, languages, kind, standing, country, population, typos });
  };
  const others = alternates.get(city.geonamesId) ?? [];
  add(city.name, 'own', others.find(({ name }) => name === city.name)?.languages ?? []);
  for (const { name, languages } of others) add(name, 'alternate', languages);
  for (const former of renamed.get(city.geonamesId)?.formerNames ?? []) add(former, 'former', []);
  return rows;
}

/** Whether the platform's languages, or the country's main one, use the name. */
function isCommon(used: readonly string[], country: string): boolean {
  const local = mainLanguage(country);
  return used.some((language) => language === local || isLanguage(language));
}
