import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

/** Languages in which something was open since a day, this activity apart. */
export async function languagesServed(
  reader: Reader,
  since: CalendarDate,
  today: CalendarDate,
  apartFrom: string,
): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('programme.activity')
    .select('languages')
    .where('opens_on', '>=', since)
    .where('opens_on', '<=', today)
    .where('id', '<>', apartFrom)
    .execute();
  return new Set(rows.flatMap(({ languages }) => languages));
}
