export { loadCityEngagements, loadEngagements, type ShownEngagement } from './actions/load-engagements.ts';
export { recordEngagement } from './actions/record-engagement.ts';
export { type City, type CityId, cityName } from './rules/city.ts';
export type { EngagementKind, NewEngagement } from './rules/engagement.ts';
export { type PopulationBand, populationBandKeys } from './rules/population-band.ts';
export { findCity, listCitiesByIds } from './store/cities.ts';
export {
  type Classification,
  classificationOf,
  type Scheme,
  type VintageName,
  vintagesOn,
} from './store/classifications.ts';
export { type CountryRecords, loadCountries } from './loading/load-countries.ts';
export { loadGazetteer, type Progress } from './loading/load-gazetteer.ts';
