import type { Language } from '../../../kernel/language.ts';
import type { PopulationBand } from './population-band.ts';

/** The id of a gazetteer city: `cityIdFromGeonames(geonamesId)`. */
export type CityId = string;

export interface City {
  readonly id: CityId;
  readonly geonamesId: number;
  /** The gazetteer's name for it, under which it is sorted. */
  readonly name: string;
  /** What languages of the platform call it, where that differs. */
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** ISO 3166 alpha-2, and XK for Kosovo. */
  readonly country: string;
  /** The first-level division it lies in. */
  readonly admin1: string | null;
  readonly isCapital: boolean;
  /** 0 where the gazetteer knows none. */
  readonly population: number;
  readonly populationBand: PopulationBand;
  readonly latitude: number;
  readonly longitude: number;
  /** Under the definitions and lists that `currentReckoning` names. */
  readonly globalSouth: boolean;
  readonly secondaryCity: boolean;
}

/** What readers of the language call the city. */
export function cityName(language: Language, city: Pick<City, 'name' | 'names'>): string {
  return city.names[language] ?? city.name;
}
