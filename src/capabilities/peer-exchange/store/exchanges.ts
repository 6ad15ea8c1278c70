import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Grounds } from '../rules/score.ts';

export type ExchangeStage = 'asking' | 'agreed' | 'not-this-time' | 'called-off' | 'completed';

export interface Exchange {
  readonly id: string;
  readonly roundId: string;
  readonly cityIds: readonly string[];
  readonly hostCity: string | null;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly grounds: readonly Grounds[];
  readonly points: number;
  readonly stage: ExchangeStage;
  readonly consentBy: Date;
  readonly introducedAt: Date;
  readonly agreedAt: Date | null;
  readonly metOn: CalendarDate | null;
  readonly followUpAskedAt: Date | null;
  readonly followedUpAt: Date | null;
  readonly endedAt: Date | null;
  readonly calledOffWhy: string | null;
}

const columns = [
  'id',
  'round_id as roundId',
  'city_ids as cityIds',
  'host_city as hostCity',
  'topics',
  'languages',
  'grounds',
  'points',
  'stage',
  'consent_by as consentBy',
  'introduced_at as introducedAt',
  'agreed_at as agreedAt',
  'met_on as metOn',
  'follow_up_asked_at as followUpAskedAt',
  'followed_up_at as followedUpAt',
  'ended_at as endedAt',
  'called_off_why as calledOffWhy',
] as const;

export async function findExchange(reader: Reader, id: string): Promise<Exchange | undefined> {
  const row = await reader
    .selectFrom('peer_exchange.exchange')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as Exchange | undefined;
}

/** Of one city, of one round, or the newest of all. */
export async function listExchanges(
  reader: Reader,
  of: { readonly cityId?: string; readonly roundId?: string; readonly limit?: number },
): Promise<Exchange[]> {
  let query = reader
    .selectFrom('peer_exchange.exchange')
    .select(columns)
    .orderBy('introduced_at', 'desc')
    .orderBy('points', 'desc')
    .orderBy('id')
    .limit(of.limit ?? 100);
  if (of.cityId) query = query.where(sql<boolean>`city_ids @> array[${of.cityId}::uuid]`);
  if (of.roundId) query = query.where('round_id', '=', of.roundId);
  return (await query.execute()) as unknown as Exchange[];
}

/** Answers and decisions about one exchange come one after the other. */
export async function oneAtATime(tx: Tx, exchangeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${exchangeId}, 14))`.execute(tx);
}

export type NewExchange = Pick<
  Exchange,
  'id' | 'roundId' | 'cityIds' | 'hostCity' | 'topics' | 'languages' | 'grounds' | 'points' | 'consentBy'
>;

export async function insertExchange(tx: Tx, exchange: NewExchange): Promise<void> {
  await tx
    .insertInto('peer_exchange.exchange')
    .values({
      id: exchange.id,
      round_id: exchange.roundId,
      city_ids: [...exchange.cityIds],
      host_city: exchange.hostCity,
      topics: [...exchange.topics],
      languages: [...exchange.languages],
      grounds: JSON.stringify(exchange.grounds),
      points: exchange.points,
      consent_by: exchange.consentBy,
    })
    .execute();
}

export async function markExchange(
  tx: Tx,
  id: string,
  stage: ExchangeStage,
  calledOffWhy: string | null = null,
): Promise<void> {
  const now = sql<Date>`clock_timestamp()`;
  const ends = stage === 'not-this-time' || stage === 'called-off' || stage === 'completed';
  await tx
    .updateTable('peer_exchange.exchange')
    .set({
      stage,
      ...(stage === 'agreed' ? { agreed_at: now } : {}),
      ...(ends ? { ended_at: now } : {}),
      ...(calledOffWhy === null ? {} : { called_off_why: calledOffWhy }),
    })
    .where('id', '=', id)
    .execute();
}

/** The first day on which they met stays. */
export async function markMet(tx: Tx, id: string, day: CalendarDate): Promise<void> {
  await tx
    .updateTable('peer_exchange.exchange')
    .set({ met_on: sql<string>`least(met_on, ${day}::date)` })
    .where('id', '=', id)
    .execute();
}

export interface Participant {
  readonly exchangeId: string;
  readonly cityId: string;
  readonly answer: 'yes' | 'no' | null;
  readonly answeredAt: Date | null;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactLanguage: Language;
}

export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Those whom the reader may see: its own city's before all agreed, then all. */
export async function listParticipants(
  reader: Reader,
  exchangeIds: readonly string[],
): Promise<Participant[]> {
  if (exchangeIds.length === 0) return [];
  const rows = await reader
    .selectFrom('peer_exchange.participant')
    .select([
      'exchange_id as exchangeId',
      'city_id as cityId',
      'answer',
      'answered_at as answeredAt',
      'contact_name as contactName',
      'contact_email as contactEmail',
      'contact_language as contactLanguage',
    ])
    .where('exchange_id', 'in', [...exchangeIds])
    .orderBy('city_id')
    .execute();
  return rows as Participant[];
}

export async function insertParticipant(
  tx: Tx,
  who: {
    readonly exchangeId: string;
    readonly cityId: string;
    readonly tokenHash: Buffer;
    readonly contact: Contact;
  },
): Promise<void> {
  await tx
    .insertInto('peer_exchange.participant')
    .values({
      exchange_id: who.exchangeId,
      city_id: who.cityId,
      token_hash: who.tokenHash,
      contact_name: who.contact.name,
      contact_email: who.contact.email,
      contact_language: who.contact.language,
    })
    .execute();
}

/** False when it is too late, or a no stands already. */
export async function markAnswer(
  tx: Tx,
  said: {
    readonly exchangeId: string;
    readonly cityId: string;
    readonly answer: 'yes' | 'no';
    readonly contact: Contact;
  },
  by: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('peer_exchange.participant')
    .set({
      answer: said.answer,
      answered_at: sql<Date>`clock_timestamp()`,
      answered_by: by,
      contact_name: said.contact.name,
      contact_email: said.contact.email,
      contact_language: said.contact.language,
    })
    .where('exchange_id', '=', said.exchangeId)
    .where('city_id', '=', said.cityId)
    .where((is) =>
      is.or([is('answer', 'is', null), ...(said.answer === 'no' ? [is('answer', '=', 'yes')] : [])]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
