/** Countries by UN M49 region, less the named subregions and countries. */
export interface RegionRule {
  readonly measure: 'm49-regions';
  readonly regions: readonly string[];
  readonly subregions: readonly string[];
  readonly exceptSubregions: readonly string[];
  readonly exceptCountries: readonly string[];
}

/** Cities by population, bounds included, with or without capitals and each country's largest city. */
export interface PopulationRule {
  readonly measure: 'population';
  readonly atLeast: number;
  readonly atMost: number;
  readonly exceptCapital: boolean;
  readonly exceptLargestOfCountry: boolean;
}

export type PlaceRule = RegionRule | PopulationRule;

export interface CountryPlace {
  readonly iso2: string;
  readonly region: string | null;
  readonly subregion: string | null;
}

export interface CityPlace {
  readonly country: string;
  readonly population: number;
  readonly isCapital: boolean;
}

export function isInRegions(rule: RegionRule, country: CountryPlace): boolean {
  if (rule.exceptCountries.includes(country.iso2)) return false;
  if (country.subregion !== null && rule.exceptSubregions.includes(country.subregion)) return false;
  return (
    (country.region !== null && rule.regions.includes(country.region)) ||
    (country.subregion !== null && rule.subregions.includes(country.subregion))
  );
}

/** @param largest the population of the largest city of the same country */
export function isOfSize(rule: PopulationRule, city: CityPlace, largest: number): boolean {
  if (rule.exceptCapital && city.isCapital) return false;
  if (rule.exceptLargestOfCountry && city.population === largest) return false;
  return city.population >= rule.atLeast && city.population <= rule.atMost;
}

export function largestByCountry(
  cities: Iterable<Pick<CityPlace, 'country' | 'population'>>,
): Map<string, number> {
  const largest = new Map<string, number>();
  for (const { country, population } of cities) {
    if (population > (largest.get(country) ?? -1)) largest.set(country, population);
  }
  return largest;
}
