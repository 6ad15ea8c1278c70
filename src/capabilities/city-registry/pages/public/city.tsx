import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { cityIdFromGeonames, isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../rules/city.ts';
import { findCity } from '../../store/cities.ts';
import { findCityRecord } from '../../store/city-record.ts';
import { CityPage } from './city-page.tsx';
import type { CitySection } from './city-section.ts';

/** A city by its id, with what other capabilities tell of it; its GeoNames number leads there for good. */
export const showCity =
  (sections: readonly CitySection[]) =>
  async (visit: Visit): Promise<Response> => {
    const id = visit.param('id');
    if (/^[1-9]\d{0,8}$/.test(id)) return await redirectToCity(visit, Number(id));
    if (!isUuid(id)) throw notFound();
    const day = dayInUtc(visit.world.now());
    const columns = sections.map(({ column }) => column);
    const record = await findCityRecord(visit.world.publicDb, id, day, columns);
    if (!record) throw notFound();
    const name = cityName(visit.language, record.city);
    return visit.show({
      title: `${name}, ${countryName(visit.language, record.city.country)}`,
      body: (
        <CityPage visit={visit} record={record} day={day}>
          {sections.map(({ draw }, index) => draw(visit, record.sections[index], record.city))}
        </CityPage>
      ),
      cacheSeconds: 60,
    });
  };

async function redirectToCity(visit: Visit, geonamesId: number): Promise<Response> {
  if (!(await findCity(visit.world.publicDb, geonamesId))) throw notFound();
  const location = visit.href(`/cities/${cityIdFromGeonames(geonamesId)}`);
  return new Response(null, { status: 301, headers: { location, 'cache-control': 'public, max-age=86400' } });
}
