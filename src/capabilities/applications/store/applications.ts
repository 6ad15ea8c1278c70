import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { DB } from '../../../platform/database/schema.generated.ts';
import type { Selectable } from 'kysely';
import type { Application } from '../rules/application.ts';
import type { StageKey } from '../rules/others.ts';

type Row = Selectable<DB['applications.application']>;

function fromRow(row: Row): Application {
  return {
    id: row.id,
    windowId: row.window_id,
    cityId: row.city_id,
    state: row.state,
    stateSince: row.state_since,
    stage: row.stage as StageKey,
    language: row.language as Language,
    startedAt: row.started_at,
    version: row.version,
  };
}

/** False when the city has one in this window already. */
export async function insertApplication(
  tx: Tx,
  begun: Pick<Application, 'id' | 'windowId' | 'cityId' | 'state' | 'stage' | 'language'> & {
    readonly startedBy: string;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('applications.application')
    .values({
      id: begun.id,
      window_id: begun.windowId,
      city_id: begun.cityId,
      state: begun.state,
      stage: begun.stage,
      language: begun.language,
      started_by: begun.startedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findApplication(reader: Reader, id: string): Promise<Application | undefined> {
  const row = await reader
    .selectFrom('applications.application')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function findOfCity(
  reader: Reader,
  windowId: string,
  cityId: string,
): Promise<Application | undefined> {
  const row = await reader
    .selectFrom('applications.application')
    .selectAll()
    .where('window_id', '=', windowId)
    .where('city_id', '=', cityId)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function lockApplication(tx: Tx, id: string): Promise<Application | undefined> {
  const row = await tx
    .selectFrom('applications.application')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function listOfCities(reader: Reader, cityIds: readonly string[]): Promise<Application[]> {
  if (cityIds.length === 0) return [];
  const rows = await reader
    .selectFrom('applications.application')
    .selectAll()
    .where('city_id', 'in', cityIds)
    .orderBy('started_at', 'desc')
    .execute();
  return rows.map(fromRow);
}

export async function saveState(tx: Tx, id: string, state: string): Promise<void> {
  await tx
    .updateTable('applications.application')
    .set((eb) => ({ state, state_since: sql<Date>`clock_timestamp()`, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function saveStage(tx: Tx, id: string, stage: StageKey): Promise<void> {
  await tx
    .updateTable('applications.application')
    .set((eb) => ({ stage, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The instant by which everything is decided: the database's, the same for all. */
export async function databaseNow(reader: Reader): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(reader);
  return rows[0]?.now ?? new Date();
}
