import { isUuid } from '../../../../kernel/id.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName, type City, listCitiesByIds, searchCities } from '../../../city-registry/index.ts';
import { applicationStates, listWindows, type OpenWindow, stageKeys } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { type Filter, type ListedApplication, listForStaff, rowsAPage } from '../../store/staff-list.ts';
import { ListPage } from './list-page.tsx';

export interface StaffList {
  readonly rows: readonly ListedApplication[];
  readonly total: number;
  readonly windows: readonly OpenWindow[];
  readonly cities: ReadonlyMap<string, City>;
}

async function read(visit: Visit, page?: number): Promise<StaffList> {
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

export async function showList(visit: Visit): Promise<Response> {
  const asked = Number(visit.query('page') ?? '1');
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked - 1 : 0;
  const list = await read(visit, page);
  const title = words(visit.language)('applications');
  return visit.show({
    title,
    body: <ListPage visit={visit} list={list} page={page} rowsAPage={rowsAPage} />,
  });
}

interface ExportedRow {
  readonly id: string;
  readonly window: string;
  readonly city: string;
  readonly country: string;
  readonly stage: string;
  readonly state: string;
  readonly since: Date;
  readonly language: string;
  readonly answered: number;
  readonly asked: number;
  readonly savedAt: Date | null;
  readonly sentAt: Date | null;
  readonly filesMissing: number;
}

function exported({ rows, windows, cities }: StaffList): ExportedRow[] {
  return rows.map((row) => {
    const city = cities.get(row.cityId);
    return {
      id: row.id,
      window: windows.find(({ id }) => id === row.windowId)?.slug ?? row.windowId,
      city: city ? cityName('en', city) : row.cityId,
      country: city?.country ?? '',
      stage: row.stage,
      state: row.state,
      since: row.stateSince,
      language: row.language,
      answered: row.answered,
      asked: row.asked,
      savedAt: row.savedAt,
      sentAt: row.sentAt,
      filesMissing: row.filesMissing,
    };
  });
}

/** The same rows, all of them. What drafts say is not in it. */
export async function sendCsv(visit: Visit): Promise<Response> {
  const rows = exported(await read(visit));
  const names: readonly (keyof ExportedRow)[] = [
    'id',
    'window',
    'city',
    'country',
    'stage',
    'state',
    'since',
    'language',
    'answered',
    'asked',
    'savedAt',
    'sentAt',
    'filesMissing',
  ];
  const columns = names.map((head) => ({ head, cell: (row: ExportedRow) => row[head] }));
  return unshared(csvResponse('applications', columns, rows));
}

export async function sendJson(visit: Visit): Promise<Response> {
  return unshared(jsonResponse({ items: exported(await read(visit)) }, 'applications'));
}

/** Not open data: no other origin reads it, no cache keeps it. */
function unshared(response: Response): Response {
  response.headers.delete('access-control-allow-origin');
  response.headers.set('cache-control', 'no-store');
  return response;
}
