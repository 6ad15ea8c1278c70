import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

/** The clock that decides: asked after the locks are held. */
export async function databaseNow(reader: Reader): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(reader);
  return rows[0]?.now ?? new Date(Number.NaN);
}
