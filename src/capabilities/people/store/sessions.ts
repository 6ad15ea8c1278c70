import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import { provesAfresh, type SessionAssurance, sessionLengths } from '../rules/session-length.ts';

export interface Session {
  readonly id: string;
  readonly assurance: SessionAssurance;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly device: string;
}

export async function insertSession(
  tx: Tx,
  session: {
    readonly id: string;
    readonly tokenHash: Buffer;
    readonly personId: string;
    readonly assurance: SessionAssurance;
    readonly device: string;
  },
): Promise<void> {
  const { hours, idleMinutes } = sessionLengths[session.assurance];
  await tx
    .insertInto('people.session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      assurance: session.assurance,
      device: session.device,
      idle_minutes: idleMinutes,
      expires_at: sql<Date>`clock_timestamp() + make_interval(hours => ${hours}::int)`,
      stepped_up_at: provesAfresh(session.assurance) ? sql<Date>`clock_timestamp()` : null,
    })
    .execute();
}

/** The same session under a new token, surer than before: an older token, whoever has it, opens nothing. */
export async function renewSession(
  tx: Tx,
  sessionId: string,
  tokenHash: Buffer,
  assurance: SessionAssurance,
): Promise<boolean> {
  const { hours, idleMinutes } = sessionLengths[assurance];
  const { numUpdatedRows } = await tx
    .updateTable('people.session')
    .set({
      token_hash: tokenHash,
      assurance,
      idle_minutes: idleMinutes,
      expires_at: sql<Date>`clock_timestamp() + make_interval(hours => ${hours}::int)`,
      stepped_up_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function listOpenSessions(reader: Reader, personId: string): Promise<Session[]> {
  const rows = await reader
    .selectFrom('people.session')
    .select(['id', 'assurance', 'created_at', 'last_seen_at', 'device'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .where(sql<boolean>`last_seen_at > clock_timestamp() - make_interval(mins => idle_minutes)`)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    assurance: row.assurance as SessionAssurance,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    device: row.device,
  }));
}

/** @returns how many were open */
export async function revokeSessions(
  tx: Tx,
  of: { readonly personId: string; readonly only?: string; readonly except?: string | null },
): Promise<number> {
  let query = tx
    .updateTable('people.session')
    .set({ revoked_at: sql<Date>`clock_timestamp()` })
    .where('person_id', '=', of.personId)
    .where('revoked_at', 'is', null);
  if (of.only) query = query.where('id', '=', of.only);
  if (of.except) query = query.where('id', '<>', of.except);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
