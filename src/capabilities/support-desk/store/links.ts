import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export type Audience = 'requester' | 'partner' | 'survey';

export interface NewLink {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly caseId: string;
  readonly audience: Audience;
  readonly partnerRequestId?: string | null;
  readonly expiresAt: Date;
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx
    .insertInto('support_desk.secure_link')
    .values({
      id: link.id,
      token_hash: link.tokenHash,
      case_id: link.caseId,
      audience: link.audience,
      partner_request_id: link.partnerRequestId ?? null,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** The link that leads this audience to the case; the newest when several were made. */
export async function findLink(
  reader: Reader,
  caseId: string,
  audience: Audience,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom('support_desk.secure_link')
    .select('id')
    .where('case_id', '=', caseId)
    .where('audience', '=', audience)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Each mail that carries the link makes it last again. */
export async function extendLink(tx: Tx, id: string, expiresAt: Date): Promise<void> {
  await tx
    .updateTable('support_desk.secure_link')
    .set({ expires_at: sql<Date>`least(${expiresAt}, made_at + interval '2 years')` })
    .where('id', '=', id)
    .execute();
}

/** Tells the database which link this transaction follows: it sees what that link opens and nothing else. */
export async function followLink(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`select set_config('mmc.support_link', ${tokenHash.toString('hex')}, true)`.execute(tx);
}

/** What the followed link opens; all empty for one that is over, revoked or was never made. */
export async function openedBy(
  tx: Tx,
): Promise<{ caseId: string | null; requestId: string | null; surveyedCaseId: string | null }> {
  const { rows } = await sql<{
    caseId: string | null;
    requestId: string | null;
    surveyedCaseId: string | null;
  }>`
    select support_desk.linked_case() as "caseId", support_desk.linked_request() as "requestId", support_desk.surveyed_case() as "surveyedCaseId"`.execute(
    tx,
  );
  return rows[0] ?? { caseId: null, requestId: null, surveyedCaseId: null };
}

export type AttemptPurpose = 'ask' | 'link' | 'find';

/** Notes a stranger's request and says how many there were in the last hour from the same network. */
export async function countAttempt(
  reader: Reader,
  id: string,
  purpose: AttemptPurpose,
  network: Buffer,
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select support_desk.count_attempt(${id}, ${purpose}, ${network}) as n`.execute(reader);
  return rows[0]?.n ?? 0;
}

export async function attemptsOf(reader: Reader, purpose: AttemptPurpose, network: Buffer): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select support_desk.attempts(${purpose}, ${network}) as n`.execute(reader);
  return rows[0]?.n ?? 0;
}

export async function forgetAttempts(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('support_desk.attempt')
    .where('at', '<', sql<Date>`clock_timestamp() - interval '1 day'`)
    .execute();
}

/** Closes the links to a city's cases that were mailed to somebody who no longer acts for it. @returns how many */
export async function revokeLinksOfFormer(tx: Tx, personId: string, cityId: string): Promise<number> {
  const { numAffectedRows } = await sql`update support_desk.secure_link l set revoked_at = clock_timestamp()
    from support_desk.support_case c join people.email_address e on e.address = c.requester_email
    where c.id = l.case_id and l.audience in ('requester', 'survey') and l.revoked_at is null
      and c.city_id = ${cityId} and e.person_id = ${personId}
      and not exists (select from people.role_grant g where g.person_id = e.person_id and g.city_id = c.city_id and g.ended_at is null
        and coalesce(g.to_date, 'infinity') >= (clock_timestamp() at time zone 'UTC')::date)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
