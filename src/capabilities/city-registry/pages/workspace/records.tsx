import { type CalendarDate, dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { cityName } from '../../rules/city.ts';
import { findCityRecord } from '../../store/city-record.ts';
import { searchCities } from '../../store/search.ts';
import { CityRecordPage } from './city-record-page.tsx';
import { CitySearchPage } from './city-search-page.tsx';

export async function showCitySearch(visit: Visit): Promise<Response> {
  const typed = visit.query('search')?.slice(0, 200);
  const found =
    typed === undefined
      ? undefined
      : await reading(visit.world, visit.actor, (tx) => searchCities(tx, { words: typed, limit: 25 }));
  return visit.show({
    title: words(visit.language)('title'),
    body: <CitySearchPage visit={visit} typed={typed ?? ''} found={found} />,
  });
}

export async function showCityRecord(visit: Visit): Promise<Response> {
  const day = dayInUtc(visit.world.now());
  const record = await readRecord(visit, visit.param('id'), day);
  return visit.show({
    title: cityName(visit.language, record.city),
    body: <CityRecordPage visit={visit} record={record} day={day} />,
  });
}

/** A city with all that the reader may see of it. */
export async function readRecord(visit: Visit, id: string, day: CalendarDate) {
  if (!isUuid(id)) throw notFound();
  const record = await reading(visit.world, visit.actor, (tx) => findCityRecord(tx, id, day));
  if (!record) throw notFound();
  return record;
}
