import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Quiet {
  readonly id: string;
  readonly until: CalendarDate;
  readonly why: string | null;
  readonly saidAt: Date;
}

/** What the city said last and has not taken back; it may be over. */
export async function findQuiet(reader: Reader, cityId: string): Promise<Quiet | undefined> {
  const row = await reader
    .selectFrom('programme.quiet')
    .select(['id', 'until', 'why', 'said_at as saidAt'])
    .where('city_id', '=', cityId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return row as Quiet | undefined;
}

interface QuietSaid {
  readonly id: string;
  readonly cityId: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly why: string | null;
}

/** Says it anew: what was said before is over. */
export async function insertQuiet(tx: Tx, said: QuietSaid, by: string | null): Promise<void> {
  await markLifted(tx, said.cityId);
  await tx
    .insertInto('programme.quiet')
    .values({
      id: said.id,
      city_id: said.cityId,
      from_date: said.from,
      until: said.until,
      why: said.why,
      said_by: by,
    })
    .execute();
}

/** False when there was nothing to take back. */
export async function markLifted(tx: Tx, cityId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme.quiet')
    .set({ lifted_at: sql<Date>`clock_timestamp()` })
    .where('city_id', '=', cityId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
