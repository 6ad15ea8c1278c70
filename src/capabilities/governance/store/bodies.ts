import { sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tenure } from '../../../kernel/tenure.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type CitedSource, sourcesCited } from '../../library/index.ts';
import type { Body } from '../rules/body.ts';
import type { Seat } from '../rules/seat.ts';
import { bodyOf, type SeatRow, seatOf } from './rows.ts';
import { tenureOf } from './tenure-columns.ts';

export interface ShownSeat extends Seat {
  readonly sources: readonly CitedSource[];
  /** The holder's terms as mayor of the city: other intervals than the seat. */
  readonly terms: readonly Tenure[];
}

export interface ShownBody extends Body {
  readonly seats: readonly ShownSeat[];
}

/** A body elsewhere in the family: above it, before it, after it, under it. */
export interface Kin {
  readonly kin: 'parent' | 'predecessor' | 'successor' | 'part';
  readonly slug: string;
  readonly name: LocalText;
}

const seatsOfBody = sql<SeatRow[]>`coalesce((select jsonb_agg(to_jsonb(seat) || jsonb_build_object(
    'city', (select jsonb_build_object('id', c.id, 'name', coalesce(seat.city_known_as, c.name),
      'names', case when seat.city_known_as is null then c.names else '{}' end, 'country', c.country,
      'globalSouth', c.global_south, 'secondaryCity', c.secondary_city) from city_registry.city c where c.id = seat.city_id),
    'organisation', (select jsonb_build_object('id', o.id, 'name', o.name) from people.organisation o where o.id = seat.organisation_id),
    'terms', coalesce((select jsonb_agg(to_jsonb(term) order by term.from_date) from people.office term
      where term.person_id = seat.person_id and term.city_id = seat.city_id and term.office <> 'former-mayor'), '[]'),
    'sources', ${sourcesCited('governance', 'seat', 'seat.id')})
    order by seat.from_date nulls last, seat.person_name, seat.id)
  from governance.seat seat where seat.body_id = body.id), '[]')`;

/** Every body with its seats: one trip. */
export async function listBodies(reader: Reader): Promise<ShownBody[]> {
  const rows = await reader
    .selectFrom('governance.body as body')
    .selectAll('body')
    .select(seatsOfBody.as('seats'))
    .orderBy(sql`array_position(array['council', 'coalition', 'partners'], body.belongs_to)`)
    .orderBy('body.from_date', (order) => order.asc().nullsLast())
    .orderBy('body.slug')
    .execute();
  return rows.map((row) => ({ ...bodyOf(row), seats: row.seats.map(shownSeat) }));
}

/** One body with its seats, its kin and what it rests on: one trip. */
export async function findBody(
  reader: Reader,
  slug: string,
): Promise<(ShownBody & { kin: Kin[]; sources: CitedSource[] }) | undefined> {
  const row = await reader
    .selectFrom('governance.body as body')
    .selectAll('body')
    .select(seatsOfBody.as('seats'))
    .select(sourcesCited('governance', 'body', 'body.id').as('sources'))
    .select(
      sql<
        Kin[]
      >`coalesce((select jsonb_agg(jsonb_build_object('slug', other.slug, 'name', other.name, 'kin', case
          when other.id = body.parent_id then 'parent' when other.id = body.predecessor_id then 'predecessor'
          when other.predecessor_id = body.id then 'successor' else 'part' end) order by other.slug)
        from governance.body other where other.id in (body.parent_id, body.predecessor_id)
          or other.parent_id = body.id or other.predecessor_id = body.id), '[]')`.as('kin'),
    )
    .where('body.slug', '=', slug)
    .executeTakeFirst();
  return row && { ...bodyOf(row), seats: row.seats.map(shownSeat), kin: row.kin, sources: row.sources };
}

function shownSeat(row: SeatRow): ShownSeat {
  return { ...seatOf(row), sources: row.sources, terms: row.terms.map(tenureOf) };
}
