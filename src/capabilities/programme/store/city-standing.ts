import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

/** Whether anything of a city with the council is recorded. */
export async function hasEngaged(reader: Reader, cityId: string): Promise<boolean> {
  const { rows } = await sql<{ engaged: boolean }>`select exists (select 1 from city_registry.engagement
    where city_id = ${cityId} and withdrawn_at is null) as engaged`.execute(reader);
  return rows[0]?.engaged === true;
}
