import { sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tenure } from '../../../kernel/tenure.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { SeatRole } from '../rules/seat.ts';
import { tenureColumns, tenureOf } from './tenure-columns.ts';

interface SeatOfCity {
  readonly seatId: string;
  readonly cityId: string;
  readonly body: { readonly slug: string; readonly name: LocalText };
  readonly tenure: Tenure;
  readonly remark: LocalText | null;
}

/** Every seat that a city holds or held. */
export async function listSeatsOfCities(reader: Reader): Promise<SeatOfCity[]> {
  const rows = await reader
    .selectFrom('governance.seat as seat')
    .innerJoin('governance.body as body', 'body.id', 'seat.body_id')
    .selectAll('seat')
    .select(['body.slug', 'body.name as body_name'])
    .where('seat.city_id', 'is not', null)
    .execute();
  return rows.map((row) => ({
    seatId: row.id,
    cityId: row.city_id ?? '',
    body: { slug: row.slug, name: row.body_name as unknown as LocalText },
    tenure: tenureOf(row),
    remark: row.remark as LocalText | null,
  }));
}

/** A seat as it is written. */
export interface SeatWritten {
  readonly bodyId: string;
  readonly cityId: string | null;
  readonly personName: string | null;
  readonly role: SeatRole;
  readonly tenure: Tenure;
}

export async function insertSeat(tx: Tx, id: string, seat: SeatWritten): Promise<void> {
  await tx
    .insertInto('governance.seat')
    .values({
      id,
      body_id: seat.bodyId,
      city_id: seat.cityId,
      person_name: seat.personName,
      role: seat.role,
      ...tenureColumns(seat.tenure),
    })
    .execute();
}

export interface LockedSeat extends SeatWritten {
  readonly id: string;
  readonly bodySlug: string;
  readonly cityName: string | null;
  readonly version: number;
}

/** The seat, held against others until the transaction ends. */
export async function lockSeat(tx: Tx, id: string): Promise<LockedSeat | undefined> {
  const row = await oneSeat(tx, id).forUpdate('seat').executeTakeFirst();
  return row && writtenSeat(row);
}

export async function findSeat(reader: Reader, id: string): Promise<LockedSeat | undefined> {
  const row = await oneSeat(reader, id).executeTakeFirst();
  return row && writtenSeat(row);
}

function oneSeat(reader: Reader, id: string) {
  return reader
    .selectFrom('governance.seat as seat')
    .innerJoin('governance.body as body', 'body.id', 'seat.body_id')
    .selectAll('seat')
    .select('body.slug')
    .select(
      sql<
        string | null
      >`(select coalesce(seat.city_known_as, c.name) from city_registry.city c where c.id = seat.city_id)`.as(
        'city_name',
      ),
    )
    .where('seat.id', '=', id);
}

type SeatQueried = Awaited<ReturnType<ReturnType<typeof oneSeat>['executeTakeFirstOrThrow']>>;

function writtenSeat(row: SeatQueried): LockedSeat {
  return {
    id: row.id,
    bodyId: row.body_id,
    bodySlug: row.slug,
    cityId: row.city_id,
    cityName: row.city_name,
    personName: row.person_name,
    role: row.role as SeatRole,
    tenure: tenureOf(row),
    version: row.version,
  };
}

/** Keeps what the seat said, then writes what it says now, one version up. */
export async function reviseSeat(
  tx: Tx,
  before: LockedSeat,
  now: { readonly personName: string | null; readonly role: SeatRole; readonly tenure: Tenure },
  why: { readonly reason: string; readonly sourceId: string; readonly by: string | null },
): Promise<void> {
  const said = { personName: before.personName, role: before.role, tenure: before.tenure };
  await tx
    .insertInto('governance.seat_revision')
    .values({
      seat_id: before.id,
      version: before.version,
      said: JSON.stringify(said),
      reason: why.reason,
      source_id: why.sourceId,
      by_person: why.by,
    })
    .execute();
  await tx
    .updateTable('governance.seat')
    .set({
      person_name: now.personName,
      // Another name is another person, whom nobody has matched yet.
      ...(now.personName === before.personName ? {} : { person_id: null }),
      role: now.role,
      ...tenureColumns(now.tenure),
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .execute();
}

/** A body by its id, as far as its name. */
export async function findBodyNamed(
  reader: Reader,
  id: string,
): Promise<{ slug: string; name: LocalText } | undefined> {
  const row = await reader
    .selectFrom('governance.body')
    .select(['slug', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { slug: row.slug, name: row.name as unknown as LocalText };
}

/** Whether the same holder sits in the body already, with no end. */
export async function hasOpenSeat(reader: Reader, seat: SeatWritten): Promise<boolean> {
  const row = await reader
    .selectFrom('governance.seat')
    .select('id')
    .where('body_id', '=', seat.bodyId)
    .where(sql<boolean>`city_id is not distinct from ${seat.cityId}::uuid`)
    .where(sql<boolean>`person_name is not distinct from ${seat.personName}::text`)
    .where('organisation_id', 'is', null)
    .where('to_date', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
