import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

type Shipped = 'gazetteer' | 'countries' | 'engagements';

/** Whether this edition of a shipped file is in the database already. */
export async function isLoaded(reader: Reader, what: Shipped, version: string): Promise<boolean> {
  const row = await reader
    .selectFrom('city_registry.loaded')
    .select('what')
    .where('what', '=', what)
    .where('version', '=', version)
    .executeTakeFirst();
  return row !== undefined;
}

export async function markLoaded(tx: Reader, what: Shipped, version: string, rows: number): Promise<void> {
  await tx
    .insertInto('city_registry.loaded')
    .values({ what, version, rows })
    .onConflict((conflict) =>
      conflict.column('what').doUpdateSet({ version, rows, loaded_at: sql`clock_timestamp()` }),
    )
    .execute();
}
