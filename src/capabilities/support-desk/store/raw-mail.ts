import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export type RawMailState = 'waiting' | 'filed' | 'ignored' | 'needs-look' | 'looked-at';

export interface RawMail {
  readonly id: string;
  readonly receivedAt: Date;
  readonly sha256: string;
  readonly size: number;
  readonly state: RawMailState;
  readonly reason: string | null;
  readonly fromAddress: string | null;
  readonly subject: string | null;
  readonly caseId: string | null;
}

/** @returns false when a mail of this place was kept before */
export async function insertRawMail(
  tx: Tx,
  mail: {
    readonly id: string;
    readonly sha256: string;
    readonly size: number;
    readonly source: 'pipe' | 'imap';
    readonly sourceKey: string | null;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('support_desk.raw_mail')
    .values({
      id: mail.id,
      sha256: mail.sha256,
      size: mail.size,
      source: mail.source,
      source_key: mail.sourceKey,
    })
    .onConflict((conflict) => conflict.column('source_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The mail, held against others; undefined when somebody has settled it already. */
export async function lockWaitingMail(tx: Tx, id: string): Promise<RawMail | undefined> {
  const row = await tx
    .selectFrom('support_desk.raw_mail')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  return row && mailOf(row);
}

export async function lockTrayMail(tx: Tx, id: string): Promise<RawMail | undefined> {
  const row = await tx
    .selectFrom('support_desk.raw_mail')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && mailOf(row);
}

export async function findRawMail(reader: Reader, id: string): Promise<RawMail | undefined> {
  const row = await reader
    .selectFrom('support_desk.raw_mail')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && mailOf(row);
}

export interface Settled {
  readonly state: Exclude<RawMailState, 'waiting'>;
  readonly reason?: string | null;
  readonly fromAddress?: string | null;
  readonly subject?: string | null;
  readonly caseId?: string | null;
  readonly by?: string | null;
}

export async function settleRawMail(tx: Tx, id: string, settled: Settled, now: Date): Promise<void> {
  const { state, by, fromAddress, subject, caseId } = settled;
  await tx
    .updateTable('support_desk.raw_mail')
    .set({
      state,
      reason: settled.reason ?? null,
      settled_at: state === 'needs-look' ? null : now,
      ...(by === undefined ? {} : { settled_by: by }),
      ...(caseId === undefined ? {} : { case_id: caseId }),
      ...(fromAddress === undefined ? {} : { from_address: fromAddress }),
      ...(subject === undefined ? {} : { subject }),
    })
    .where('id', '=', id)
    .execute();
}

/** How many mails came from an address in the last hour, this one not counted. */
export async function countLately(reader: Reader, address: string, butNot: string): Promise<number> {
  const row = await reader
    .selectFrom('support_desk.raw_mail')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('from_address', '=', address)
    .where('id', '<>', butNot)
    .where('received_at', '>', sql<Date>`clock_timestamp() - interval '1 hour'`)
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** One page of the tray, the newest first. */
export async function listRawMail(
  reader: Reader,
  states: readonly RawMailState[],
  page: number,
  size: number,
): Promise<{ mails: RawMail[]; more: boolean }> {
  const rows = await reader
    .selectFrom('support_desk.raw_mail')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .offset((page - 1) * size)
    .limit(size + 1)
    .execute();
  return { mails: rows.slice(0, size).map(mailOf), more: rows.length > size };
}

function mailOf(row: {
  id: string;
  received_at: Date;
  sha256: string;
  size: number;
  state: string;
  reason: string | null;
  from_address: string | null;
  subject: string | null;
  case_id: string | null;
}): RawMail {
  return {
    id: row.id,
    receivedAt: row.received_at,
    sha256: row.sha256,
    size: row.size,
    state: row.state as RawMailState,
    reason: row.reason,
    fromAddress: row.from_address,
    subject: row.subject,
    caseId: row.case_id,
  };
}

/** The highest number kept of a mailbox; 0 when none was. */
export async function lastUidOf(reader: Reader, mailbox: string): Promise<number> {
  const row = await reader
    .selectFrom('support_desk.raw_mail')
    .select(
      sql<
        number | null
      >`max(split_part(substr(source_key, length(${mailbox}) + 2), ';', 1)::bigint)::float8`.as('last'),
    )
    .where(sql<boolean>`starts_with(source_key, ${`${mailbox};`})`)
    .executeTakeFirst();
  return row?.last ?? 0;
}
