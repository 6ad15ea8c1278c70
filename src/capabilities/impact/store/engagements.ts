import { sql } from 'kysely';
import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

/** An engagement as city-registry keeps it, read by the reaction that was told of it. */
export interface RecordedEngagement {
  readonly id: string;
  readonly cityId: string;
  readonly cityName: string;
  readonly kind: string;
  readonly day: CalendarDate | null;
  readonly precision: DatePrecision | null;
  readonly object: LocalText;
  readonly visibility: 'public' | 'staff';
  readonly recordedBy: string | null;
}

export async function findEngagement(reader: Reader, id: string): Promise<RecordedEngagement | undefined> {
  const { rows } = await sql<RecordedEngagement>`
    select e.id, e.city_id as "cityId", c.name as "cityName", e.kind, e.from_date as day, e.from_precision as precision, e.object,
      e.visibility, e.recorded_by as "recordedBy"
    from city_registry.engagement e join city_registry.city c on c.id = e.city_id
    where e.id = ${id} and e.withdrawn_at is null`.execute(reader);
  return rows[0];
}
