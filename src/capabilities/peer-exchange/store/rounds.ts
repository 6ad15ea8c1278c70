import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { ContextWish, Shape } from '../rules/pool-city.ts';
import type { Weights } from '../rules/weights.ts';

export interface Round {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  readonly day: CalendarDate;
  readonly maxPartners: number;
  readonly wish: ContextWish;
  readonly organisationId: string | null;
  readonly consentDays: number;
  readonly weights: Weights;
  readonly stage: 'open' | 'confirmed' | 'closed';
  readonly version: number;
  readonly openedAt: Date;
  readonly confirmedAt: Date | null;
}

const roundColumns = [
  'id',
  'name',
  'shape',
  'day',
  'max_partners as maxPartners',
  'wish',
  'organisation_id as organisationId',
  'consent_days as consentDays',
  'weights',
  'stage',
  'version',
  'opened_at as openedAt',
  'confirmed_at as confirmedAt',
] as const;

export async function listRounds(reader: Reader): Promise<Round[]> {
  const rows = await reader
    .selectFrom('peer_exchange.round')
    .select(roundColumns)
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute();
  return rows as unknown as Round[];
}

export async function findRound(reader: Reader, id: string): Promise<Round | undefined> {
  const row = await reader
    .selectFrom('peer_exchange.round')
    .select(roundColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as Round | undefined;
}

export async function lockRound(tx: Tx, id: string): Promise<Round | undefined> {
  const row = await tx
    .selectFrom('peer_exchange.round')
    .select(roundColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as Round | undefined;
}

type NewRound = Omit<Round, 'stage' | 'version' | 'openedAt' | 'confirmedAt'>;

export async function insertRound(tx: Tx, round: NewRound, openedBy: string | null): Promise<void> {
  await tx
    .insertInto('peer_exchange.round')
    .values({
      id: round.id,
      name: round.name,
      shape: round.shape,
      day: round.day,
      max_partners: round.maxPartners,
      wish: round.wish,
      organisation_id: round.organisationId,
      consent_days: round.consentDays,
      weights: JSON.stringify(round.weights),
      opened_by: openedBy,
    })
    .execute();
}

export async function markRoundConfirmed(tx: Tx, id: string, by: string | null): Promise<void> {
  await tx
    .updateTable('peer_exchange.round')
    .set({
      stage: 'confirmed',
      confirmed_by: by,
      confirmed_at: sql<Date>`clock_timestamp()`,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function markRoundClosed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.round')
    .set({ stage: 'closed', version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export interface Wish {
  readonly id: string;
  readonly kind: 'pin' | 'forbid';
  readonly cities: readonly [string, string];
  readonly why: string;
}

export async function listWishes(reader: Reader, roundId: string): Promise<Wish[]> {
  const rows = await reader
    .selectFrom('peer_exchange.wish')
    .select(['id', 'kind', 'low_city', 'high_city', 'why'])
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .orderBy('made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Wish['kind'],
    cities: [row.low_city, row.high_city],
    why: row.why,
  }));
}

/** False when the round has a wish for the two already. */
export async function insertWish(
  tx: Tx,
  roundId: string,
  wish: Wish,
  madeBy: string | null,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('peer_exchange.wish')
    .values({
      id: wish.id,
      round_id: roundId,
      kind: wish.kind,
      low_city: wish.cities[0],
      high_city: wish.cities[1],
      why: wish.why,
      made_by: madeBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function markWishRemoved(tx: Tx, roundId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('peer_exchange.wish')
    .set({ removed_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface OrganisationChoice {
  readonly id: string;
  readonly name: string;
}

/** Organisations to choose from, by name in the reader's language. */
export async function listOrganisationChoices(
  reader: Reader,
  language: string,
): Promise<OrganisationChoice[]> {
  return await reader
    .selectFrom('people.organisation')
    .select('id')
    .select(sql<string>`name ->> ${language}`.as('name'))
    .orderBy('name')
    .execute();
}
