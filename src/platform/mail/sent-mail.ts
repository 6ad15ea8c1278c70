import type { Reader } from '../database/atomically.ts';

export interface KeptMail {
  readonly id: string;
  readonly createdAt: Date;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** The newest outgoing mail; row-level security shows it to administrators only. */
export async function listMail(reader: Reader, limit: number): Promise<KeptMail[]> {
  const rows = await reader
    .selectFrom('platform.mail')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    to: row.to_address,
    subject: row.subject,
    body: row.body,
    sentAt: row.sent_at,
    attempts: row.attempts,
    lastError: row.last_error,
  }));
}
