import { isLanguage } from '../../../../kernel/language.ts';
import { fold } from '../../rules/fold.ts';
import { mainLanguage } from '../../rules/main-language.ts';
import { typosOf } from '../../rules/typos.ts';
import type { Spellings } from './gazetteer-folder.ts';
import type { PackagedCity } from './gazetteer-package.ts';

/** Cities from here on are found in spite of a typo by their forms with a letter left out; smaller ones by likeness alone. */
const largeFrom = 100_000;

export interface CityRow {
  readonly geonamesId: number;
  readonly name: string;
  readonly folded: string;
  /** What the five languages call it, where that differs from its name. */
  readonly names: Readonly<Record<string, string>>;
  readonly country: string;
  readonly admin1: string | null;
  readonly featureCode: string;
  readonly isCapital: boolean;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
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
export function cityRow(
  city: PackagedCity,
  spellings: Spellings,
  regions: ReadonlyMap<string, string>,
): CityRow {
  const name = spellings.renamed.get(city.cityId)?.newName ?? city.name;
  const names: Record<string, string> = {};
  for (const alternate of spellings.alternates.get(city.cityId) ?? []) {
    if (isLanguage(alternate.language) && alternate.name !== name)
      names[alternate.language] ??= alternate.name;
  }
  return {
    geonamesId: city.cityId,
    name,
    folded: fold(name),
    names,
    country: city.country,
    admin1: regions.get(`${city.country}.${city.adminCode}`) ?? null,
    featureCode: city.featureCode,
    isCapital: city.featureCode === 'PPLC',
    population: city.population,
    latitude: city.loc.coordinates[1],
    longitude: city.loc.coordinates[0],
  };
}

/** Every spelling of the city once: its own, the one it had before, those of other languages. */
export function nameRows(city: CityRow, { alternates, renamed }: Spellings): NameRow[] {
  const { geonamesId, country, population } = city;
  const languages = new Map<string, string[]>();
  for (const { name, language } of alternates.get(geonamesId) ?? []) {
    languages.set(name, [...(languages.get(name) ?? []), language]);
  }
  const oldName = renamed.get(geonamesId)?.oldName;
  const spellings = new Set([city.name, ...(oldName ? [oldName] : []), ...languages.keys()]);
  const forms = new Set<string>();
  // A district ("section of populated place") is not what people mean by a city's name.
  const isPart = city.featureCode === 'PPLX';
  return [...spellings].flatMap((name): NameRow[] => {
    const folded = name === city.name ? city.folded : fold(name);
    if (folded === '') return [];
    const used = languages.get(name) ?? [];
    const kind = name === city.name ? 'own' : name === oldName ? 'former' : 'alternate';
    const standing = isPart ? 2 : kind === 'own' ? 0 : kind === 'former' || isCommon(used, country) ? 1 : 2;
    const typos = population >= largeFrom && !forms.has(folded) ? typosOf(folded) : null;
    forms.add(folded);
    return [{ geonamesId, name, folded, languages: used, kind, standing, country, population, typos }];
  });
}

/** Whether the platform's languages, or the country's main one, use the name. */
function isCommon(used: readonly string[], country: string): boolean {
  const local = mainLanguage(country);
  return used.some((language) => language === local || isLanguage(language));
}
