import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { rowsAPage } from '../../store/staff-list.ts';
import { ListPage } from './list-page.tsx';
import { readList, type StaffList } from './read-list.ts';

export async function showList(visit: Visit): Promise<Response> {
  const asked = Number(visit.query('page') ?? '1');
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked - 1 : 0;
  const list = await readList(visit, page);
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
  const rows = exported(await readList(visit));
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
  return unshared(jsonResponse({ items: exported(await readList(visit)) }, 'applications'));
}

/** Not open data: no other origin reads it, no cache keeps it. */
function unshared(response: Response): Response {
  response.headers.delete('access-control-allow-origin');
  response.headers.set('cache-control', 'no-store');
  return response;
}
