import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Invitation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(
  tx: Tx,
  sent: {
    readonly id: string;
    readonly applicationId: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
    readonly tokenHash: Buffer;
    readonly invitedBy: string;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('applications.invitation')
    .values({
      id: sent.id,
      application_id: sent.applicationId,
      name: sent.name,
      email: sent.email,
      language: sent.language,
      token_hash: sent.tokenHash,
      invited_by: sent.invitedBy,
      expires_at: sent.expiresAt,
    })
    .execute();
}

/** Those that still open the draft. */
export async function listInvitations(reader: Reader, applicationId: string): Promise<Invitation[]> {
  const rows = await reader
    .selectFrom('applications.invitation')
    .select(['id', 'name', 'email', 'invited_at', 'expires_at'])
    .where('application_id', '=', applicationId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .orderBy('invited_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
  }));
}

export async function revokeInvitation(tx: Tx, applicationId: string, id: string): Promise<void> {
  await tx
    .updateTable('applications.invitation')
    .set({ revoked_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('application_id', '=', applicationId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Tells the database which link this transaction follows: it sees what that link opens and nothing else. */
export async function followLink(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`select set_config('mmc.application_link', ${tokenHash.toString('hex')}, true)`.execute(tx);
}

export interface Opened {
  readonly applicationId: string;
  readonly invitationId: string;
  readonly name: string;
}

/** What the followed link opens; undefined when it is over, revoked or was never made. */
export async function openedByLink(reader: Reader): Promise<Opened | undefined> {
  const { rows } = await sql<{ application_id: string | null; invitation_id: string; name: string }>`
    select applications.linked() as application_id, applications.linked_invitation() as invitation_id,
      applications.linked_name() as name`.execute(reader);
  const row = rows[0];
  return row?.application_id
    ? { applicationId: row.application_id, invitationId: row.invitation_id, name: row.name }
    : undefined;
}
