import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';

/** A public office in a city and who held it; JSON of the database. */
export interface OfficeHeld {
  readonly person: string;
  readonly office: 'mayor' | 'head-of-government' | 'former-mayor';
  readonly from: CalendarDate | null;
  readonly fromPrecision: DatePrecision | null;
  readonly fromCertainty: 'stated' | 'by' | null;
  readonly to: CalendarDate | null;
  readonly toPrecision: DatePrecision | null;
  readonly toCertainty: 'stated' | 'not-after' | null;
  readonly lastListed: CalendarDate | null;
  readonly lastListedPrecision: DatePrecision | null;
  readonly sources: readonly { readonly source: string }[];
}

/**
 * Who led a city, as a column of the query that reads the city: one trip, the newest first.
 * @param cityId the column that holds the city's id
 */
export function officesHeldIn(cityId: string): RawBuilder<OfficeHeld[]> {
  return sql<OfficeHeld[]>`coalesce((
    select jsonb_agg(jsonb_build_object('person', p.name, 'office', o.office, 'from', o.from_date, 'fromPrecision', o.from_precision,
      'fromCertainty', o.from_certainty, 'to', o.to_date, 'toPrecision', o.to_precision, 'toCertainty', o.to_certainty,
      'lastListed', o.last_listed, 'lastListedPrecision', o.last_listed_precision, 'sources', o.sources)
      order by coalesce(o.from_date, o.last_listed, o.to_date) desc nulls last, p.name)
    from people.office o join people.person p on p.id = o.person_id where o.city_id = ${sql.ref(cityId)}), '[]')`;
}
