import { isUuid } from '../../../../kernel/id.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { type City, listCitiesByIds, searchCities } from '../../../city-registry/index.ts';
import { applicationStates, listWindows, type OpenWindow, stageKeys } from '../../../fund/index.ts';
import { type Filter, type ListedApplication, listForStaff } from '../../store/staff-list.ts';

export interface StaffList {
  readonly rows: readonly ListedApplication[];
  readonly total: number;
  readonly windows: readonly OpenWindow[];
  readonly cities: ReadonlyMap<string, City>;
}

export async function readList(visit: Visit, page?: number): Promise<StaffList> {
  const city = visit.query('city');
  const found = city ? await searchCities(visit.world.publicDb, { words: city, limit: 50 }) : undefined;
  const window = visit.query('window');
  const filter: Filter = {
    windowId: window && isUuid(window) ? window : undefined,
    state: applicationStates.find((one) => one === visit.query('state')),
    stage: stageKeys.find((one) => one === visit.query('stage')),
    cityIds: found?.map(({ id }) => id),
  };
  return await reading(visit.world, visit.actor, async (tx) => {
    const { rows, total } = await listForStaff(tx, filter, page);
    const cities = await listCitiesByIds(
      tx,
      rows.map(({ cityId }) => cityId),
    );
    return {
      rows,
      total,
      windows: await listWindows(tx),
      cities: new Map(cities.map((one) => [one.id, one])),
    };
  });
}
