import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { BulletinTexts } from './record.ts';

export interface StoredBulletin {
  readonly id: string;
  readonly responseId: string;
  readonly texts: BulletinTexts;
  readonly firstLanguage: Language;
  readonly draftedBy: string;
  readonly sentAt: Date | null;
  readonly version: number;
}

export async function insertBulletin(
  tx: Tx,
  drafted: Pick<StoredBulletin, 'id' | 'responseId' | 'texts' | 'firstLanguage' | 'draftedBy'>,
): Promise<void> {
  await tx
    .insertInto('emergency.bulletin')
    .values({
      id: drafted.id,
      response_id: drafted.responseId,
      texts: JSON.stringify(drafted.texts),
      first_language: drafted.firstLanguage,
      drafted_by: drafted.draftedBy,
    })
    .execute();
}

/** @param hold keeps it against others until the transaction ends; a bulletin that was sent cannot be held */
export async function findBulletin(
  reader: Reader,
  id: string,
  hold = false,
): Promise<StoredBulletin | undefined> {
  const { rows } =
    await sql<StoredBulletin>`select id, response_id as "responseId", texts, first_language as "firstLanguage",
    drafted_by as "draftedBy", sent_at as "sentAt", version from emergency.bulletin
    where id = ${id} ${hold ? sql`for update` : sql``}`.execute(reader);
  return rows[0];
}

export async function markSent(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('emergency.bulletin')
    .set({ sent_by: by, sent_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export interface Recipient {
  readonly id: string;
  readonly address: string;
  readonly language: Language;
}

/** The next who want to hear and have not yet been written to; none of them is taken by another worker meanwhile. */
export async function takeRecipients(
  tx: Tx,
  bulletin: { readonly id: string; readonly responseId: string },
  most: number,
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`with waiting as (
      select s.id, s.address, s.language from emergency.subscription s where s.response_id = ${bulletin.responseId}
        and s.confirmed_at is not null and not exists (select from emergency.bulletin_delivery d
          where d.bulletin_id = ${bulletin.id} and d.subscription_id = s.id)
      order by s.id limit ${most}
    ), taken as (
      insert into emergency.bulletin_delivery (bulletin_id, subscription_id) select ${bulletin.id}, id from waiting
      on conflict do nothing returning subscription_id
    )
    select w.* from waiting w join taken t on t.subscription_id = w.id`.execute(tx);
  return rows;
}
