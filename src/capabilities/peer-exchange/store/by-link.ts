import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { ChangeSaid } from '../rules/follow-up.ts';
import type { Grounds } from '../rules/score.ts';
import type { Contact, ExchangeStage } from './exchanges.ts';

/** What a mailed link opens: one city's side of one exchange. */
export interface OpenedByLink {
  readonly purpose: 'consent' | 'follow-up';
  readonly exchangeId: string;
  readonly cityId: string;
  readonly cityIds: readonly string[];
  readonly hostCity: string | null;
  readonly topics: readonly string[];
  readonly grounds: readonly Grounds[];
  readonly stage: ExchangeStage;
  readonly consentBy: Date;
  readonly answer: string | null;
  readonly answered: boolean;
  readonly contact: Contact | null;
}

interface Row {
  purpose: 'consent' | 'follow-up';
  exchange_id: string;
  city_id: string;
  city_ids: string[];
  host_city: string | null;
  topics: string[];
  grounds: Grounds[];
  stage: ExchangeStage;
  consent_by: Date;
  answer: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_language: Language | null;
  answered: boolean;
}

export async function openedByLink(reader: Reader, hash: Buffer): Promise<OpenedByLink | undefined> {
  const { rows } = await sql<Row>`select * from peer_exchange.opened_by_link(${hash})`.execute(reader);
  const [row] = rows;
  if (!row) return undefined;
  const { contact_name: name, contact_email: email, contact_language: language } = row;
  return {
    purpose: row.purpose,
    exchangeId: row.exchange_id,
    cityId: row.city_id,
    cityIds: row.city_ids,
    hostCity: row.host_city,
    topics: row.topics,
    grounds: row.grounds,
    stage: row.stage,
    consentBy: row.consent_by,
    answer: row.answer,
    answered: row.answered,
    contact: name && email && language ? { name, email, language } : null,
  };
}

/** False when it is too late, or a no stands already. */
export async function answerByLink(
  tx: Tx,
  hash: Buffer,
  answer: 'yes' | 'no',
  contact: Contact,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean | null }>`select
    peer_exchange.answer_by_link(${hash}, ${answer}, ${contact.name}, ${contact.email}, ${contact.language}) as done`.execute(
    tx,
  );
  return rows[0]?.done === true;
}

/** False when it was answered before. */
export async function followUpByLink(tx: Tx, hash: Buffer, said: ChangeSaid): Promise<boolean> {
  const { rows } = await sql<{ done: boolean | null }>`select
    peer_exchange.follow_up_by_link(${hash}, ${said.changed}, ${said.what}, ${said.address}) as done`.execute(
    tx,
  );
  return rows[0]?.done === true;
}
