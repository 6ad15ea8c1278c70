import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface UpcomingForum {
  readonly slug: string;
  readonly name: LocalText;
  readonly forum: LocalText;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** Meetings of forums that lie ahead and whose day is known: public records of diplomacy, read where they stand. */
export async function listUpcomingForums(reader: Reader, today: CalendarDate): Promise<UpcomingForum[]> {
  const { rows } = await sql<UpcomingForum>`select e.slug, e.name, f.name as forum, e.from_date as from,
      case when e.to_precision = 'day' then e.to_date end as to
    from diplomacy.edition e join diplomacy.forum f on f.id = e.forum_id
    where e.from_precision = 'day' and e.from_date >= ${today} order by e.from_date, e.slug`.execute(reader);
  return rows;
}
