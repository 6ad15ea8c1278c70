import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { type BrowsedCity, browseCities } from '../../store/browse.ts';
import { findCity } from '../../store/cities.ts';
import { CityListPage } from './city-list-page.tsx';
import { readAsked } from './query.ts';

const pageSize = 25;
/** As many as a file holds; more are better taken from GeoNames itself. */
const fileSize = 10_000;

export async function showCities(visit: Visit): Promise<Response> {
  const asked = readAsked(visit);
  const picked = visit.query('city');
  if (picked) {
    // Picked from the list that follows typing; what was typed after that counts more.
    const city = await findCity(visit.world.publicDb, picked);
    if (city && city.name === asked.filter.search) return visit.redirect(`/cities/${city.id}`);
  }
  const paging = { sort: asked.sort, limit: pageSize, offset: (asked.page - 1) * pageSize };
  const browsed = await browseCities(visit.world.publicDb, asked.filter, dayInUtc(visit.world.now()), paging);
  const t = words(visit.language);
  return visit.show({
    title: t('title'),
    description: t('lead'),
    body: (
      <CityListPage visit={visit} asked={asked} browsed={browsed} pageSize={pageSize} fileSize={fileSize} />
    ),
    script: true,
    cacheSeconds: 60,
  });
}

export async function citiesAsCsv(visit: Visit): Promise<Response> {
  return csvResponse(
    'cities',
    [
      { head: 'geonames_id', cell: (city: BrowsedCity) => city.geonamesId },
      { head: 'name', cell: (city) => city.name },
      { head: 'country', cell: (city) => city.country },
      { head: 'admin1', cell: (city) => city.admin1 },
      { head: 'population', cell: (city) => city.population || null },
      { head: 'latitude', cell: (city) => city.latitude },
      { head: 'longitude', cell: (city) => city.longitude },
      { head: 'm49_region', cell: (city) => city.region },
      { head: 'wb_income', cell: (city) => city.income },
      { head: 'global_south', cell: (city) => city.globalSouth },
      { head: 'secondary_city', cell: (city) => city.secondaryCity },
      { head: 'engagement_records', cell: (city) => city.engagements },
    ],
    await citiesForFile(visit),
  );
}

export async function citiesAsJson(visit: Visit): Promise<Response> {
  const items = (await citiesForFile(visit)).map(({ names, populationBand, ...city }) => ({
    ...city,
    populationBand,
    names,
  }));
  return jsonResponse({ source: 'GeoNames, CC BY 4.0', items });
}

async function citiesForFile(visit: Visit): Promise<readonly BrowsedCity[]> {
  const { filter, sort } = readAsked(visit);
  const paging = { sort, limit: fileSize, offset: 0 };
  const day = dayInUtc(visit.world.now());
  return (await browseCities(visit.world.publicDb, filter, day, paging)).cities;
}
