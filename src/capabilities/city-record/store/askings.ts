import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** False when the city was asked this month already. */
export async function insertAsking(
  tx: Tx,
  {
    cityId,
    day,
    facts,
    at,
  }: { readonly cityId: string; readonly day: CalendarDate; readonly facts: number; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('city_record.asking')
    .values({ city_id: cityId, month: monthOf(day), facts, asked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function wasAsked(reader: Reader, cityId: string, day: CalendarDate): Promise<boolean> {
  const row = await reader
    .selectFrom('city_record.asking')
    .select('facts')
    .where('city_id', '=', cityId)
    .where('month', '=', monthOf(day))
    .executeTakeFirst();
  return row !== undefined;
}

function monthOf(day: CalendarDate): string {
  return `${day.slice(0, 7)}-01`;
}
