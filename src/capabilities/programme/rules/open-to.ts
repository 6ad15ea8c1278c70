import type { CityPlace, CountryFacts } from './place.ts';

/** To whom an activity is open; an empty list asks for nothing. */
export interface Openness {
  readonly regions: readonly string[];
  readonly incomes: readonly string[];
  readonly countries: readonly string[];
  readonly bands: readonly string[];
  readonly onlyGlobalSouth: boolean;
  readonly onlySecondary: boolean;
}

/** Why an activity is not open to a place: what it asks for, and what the place is. */
export type Obstacle =
  | { readonly why: 'region'; readonly wanted: readonly string[] }
  | { readonly why: 'income'; readonly wanted: readonly string[]; readonly is: string | null }
  | { readonly why: 'country'; readonly wanted: readonly string[]; readonly is: string }
  | { readonly why: 'band'; readonly wanted: readonly string[]; readonly is: string }
  | { readonly why: 'global-south' }
  | { readonly why: 'secondary' };

/** All obstacles at once; those of the country alone, for a rule asked country by country. */
export function countryObstacles(open: Openness, facts: CountryFacts): Obstacle[] {
  const found: Obstacle[] = [];
  if (open.regions.length > 0 && !open.regions.some((region) => facts.regions.includes(region)))
    found.push({ why: 'region', wanted: open.regions });
  if (open.incomes.length > 0 && (facts.income === null || !open.incomes.includes(facts.income)))
    found.push({ why: 'income', wanted: open.incomes, is: facts.income });
  if (open.countries.length > 0 && !open.countries.includes(facts.country))
    found.push({ why: 'country', wanted: open.countries, is: facts.country });
  return found;
}

export function obstacles(open: Openness, city: CityPlace, facts: CountryFacts): Obstacle[] {
  const found = countryObstacles(open, facts);
  if (open.bands.length > 0 && !open.bands.includes(city.band))
    found.push({ why: 'band', wanted: open.bands, is: city.band });
  if (open.onlyGlobalSouth && !city.globalSouth) found.push({ why: 'global-south' });
  if (open.onlySecondary && !city.secondary) found.push({ why: 'secondary' });
  return found;
}

/** What the activity names rather than being open to all: said as reasons to whom it is open. */
export function namedBy(open: Openness): Obstacle['why'][] {
  const named: Obstacle['why'][] = [];
  if (open.regions.length > 0) named.push('region');
  if (open.incomes.length > 0) named.push('income');
  if (open.countries.length > 0) named.push('country');
  if (open.bands.length > 0) named.push('band');
  if (open.onlyGlobalSouth) named.push('global-south');
  if (open.onlySecondary) named.push('secondary');
  return named;
}
