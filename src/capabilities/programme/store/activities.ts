import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Activity } from '../rules/activity.ts';

const columns = [
  'id',
  'announced_by as announcedBy',
  'kind',
  'title',
  'about',
  'topics',
  'languages',
  'regions',
  'incomes',
  'countries',
  'bands',
  'only_global_south as onlyGlobalSouth',
  'only_secondary as onlySecondary',
  'lists_on as listsOn',
  'opens_on as opensOn',
  'closes_on as closesOn',
  'places',
  'meets_at as meetsAt',
  'path',
  'emergency',
  'closed_at as closedAt',
  'version',
] as const;

export async function findActivity(reader: Reader, id: string): Promise<Activity | undefined> {
  const row = await reader
    .selectFrom('programme.activity')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as Activity | undefined;
}

export async function lockActivity(tx: Tx, id: string): Promise<Activity | undefined> {
  const row = await tx
    .selectFrom('programme.activity')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as Activity | undefined;
}

export async function findAnnounced(
  tx: Tx,
  named: { readonly by: string; readonly record: string },
): Promise<Activity | undefined> {
  const row = await tx
    .selectFrom('programme.activity')
    .select(columns)
    .where('announced_by', '=', named.by)
    .where('record', '=', named.record)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as Activity | undefined;
}

/** What is planned or open, what closes first on top. */
export async function listCurrent(reader: Reader, today: CalendarDate): Promise<Activity[]> {
  const rows = await reader
    .selectFrom('programme.activity')
    .select(columns)
    .where('closed_at', 'is', null)
    .where((is) => is.or([is('closes_on', 'is', null), is('closes_on', '>=', today)]))
    .orderBy(sql`closes_on nulls last`)
    .orderBy('opens_on')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows as unknown as Activity[];
}

export async function listOver(reader: Reader, today: CalendarDate, atMost: number): Promise<Activity[]> {
  const rows = await reader
    .selectFrom('programme.activity')
    .select(columns)
    .where((is) => is.or([is('closed_at', 'is not', null), is('closes_on', '<', today)]))
    .orderBy(sql`coalesce(closes_on, closed_at::date) desc`)
    .orderBy('id')
    .limit(atMost)
    .execute();
  return rows as unknown as Activity[];
}

export type ActivitySaid = Omit<Activity, 'id' | 'announcedBy' | 'closedAt' | 'version'>;

function stored(said: ActivitySaid) {
  return {
    kind: said.kind,
    title: JSON.stringify(said.title),
    about: JSON.stringify(said.about),
    topics: [...said.topics],
    languages: [...said.languages],
    regions: [...said.regions],
    incomes: [...said.incomes],
    countries: [...said.countries],
    bands: [...said.bands],
    only_global_south: said.onlyGlobalSouth,
    only_secondary: said.onlySecondary,
    lists_on: said.listsOn,
    opens_on: said.opensOn,
    closes_on: said.closesOn,
    places: said.places,
    meets_at: said.meetsAt,
    path: said.path,
    emergency: said.emergency,
  };
}

interface Origin {
  readonly id: string;
  readonly announced: { readonly by: string; readonly record: string } | null;
  readonly addedBy: string | null;
}

export async function insertActivity(tx: Tx, origin: Origin, said: ActivitySaid): Promise<void> {
  await tx
    .insertInto('programme.activity')
    .values({
      ...stored(said),
      id: origin.id,
      announced_by: origin.announced?.by ?? null,
      record: origin.announced?.record ?? null,
      added_by: origin.addedBy,
    })
    .execute();
}

/** What is announced anew is open anew. */
export async function updateActivity(
  tx: Tx,
  id: string,
  said: ActivitySaid,
  closedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('programme.activity')
    .set({ ...stored(said), closed_at: closedAt, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function markClosed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('programme.activity')
    .set({ closed_at: sql<Date>`clock_timestamp()`, version: sql`version + 1` })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}
