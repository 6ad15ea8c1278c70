import type { Language } from '../../kernel/language.ts';
import { words } from './messages/index.ts';
import type { PopulationBand as Band } from './rules/population-band.ts';

export { addTrialCities, trialCities } from './actions/add-trial-cities.ts';
export { type CountryRecords, loadCountries } from './actions/load-countries.ts';
export { loadCityEngagements, loadEngagements, type ShownEngagement } from './actions/load-engagements.ts';
export { recordEngagement } from './actions/record-engagement.ts';
export { engagementImport } from './imports.ts';
export { type City, type CityId, cityName } from './rules/city.ts';
export type { Classification, Scheme, VintageName } from './rules/classification.ts';
export type { EngagementKind, NewEngagement } from './rules/engagement.ts';
export { mainLanguage } from './rules/main-language.ts';
export { bandNumber, type PopulationBand, populationBandKeys } from './rules/population-band.ts';
export { isInRegions, isOfSize, type PlaceRule } from './rules/place-definition.ts';
export { findCity, listCitiesByIds } from './store/cities.ts';
export {
  /** @public for figures by income group or region, which name the list they used */
  classificationOf,
  /** @public likewise */
  vintagesOn,
} from './store/classifications.ts';
export { loadGazetteer, type Progress } from './store/gazetteer/load-gazetteer.ts';
export { searchCities } from './store/search.ts';
export type { CitySection } from './pages/public/city-section.ts';

/** @param code of the World Bank, e.g. `LMC` */
export function incomeGroupName(language: Language, code: 'LIC' | 'LMC' | 'UMC' | 'HIC'): string {
  return words(language)(`income-group.${code}`);
}

export function populationBandName(language: Language, band: Band): string {
  return words(language)(`band.${band}`);
}
