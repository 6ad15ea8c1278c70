import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** An invitation beyond the contact budget, and what the second person said of it. */
export interface Exception {
  readonly id: string;
  readonly activityId: string;
  readonly cityId: string;
  readonly reason: string;
  readonly used: number;
  readonly perMonth: number;
  readonly askedBy: string | null;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly decision: 'yes' | 'no' | null;
  readonly whyNot: string | null;
}

const columns = [
  'id',
  'activity_id as activityId',
  'city_id as cityId',
  'reason',
  'used',
  'per_month as perMonth',
  'asked_by as askedBy',
  'asked_by_name as askedByName',
  'asked_at as askedAt',
  'decision',
  'why_not as whyNot',
] as const;

/** False when it is asked already. */
export async function insertException(
  tx: Tx,
  one: Omit<Exception, 'askedAt' | 'decision' | 'whyNot'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme.exception')
    .values({
      id: one.id,
      activity_id: one.activityId,
      city_id: one.cityId,
      reason: one.reason,
      used: one.used,
      per_month: one.perMonth,
      asked_by: one.askedBy,
      asked_by_name: one.askedByName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when it is decided. */
export async function lockWaitingException(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('programme.exception')
    .select('id')
    .where('id', '=', id)
    .where('decision', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function findException(reader: Reader, id: string): Promise<Exception | undefined> {
  const row = await reader
    .selectFrom('programme.exception')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as Exception | undefined;
}

/** Those that wait for a decision, the oldest first. */
export async function listWaitingExceptions(reader: Reader, activityId?: string): Promise<Exception[]> {
  let query = reader.selectFrom('programme.exception').select(columns).where('decision', 'is', null);
  if (activityId) query = query.where('activity_id', '=', activityId);
  return (await query.orderBy('asked_at').limit(200).execute()) as unknown as Exception[];
}

export async function markDecided(
  tx: Tx,
  id: string,
  said: { readonly decision: 'yes' | 'no'; readonly whyNot: string | null },
  by: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme.exception')
    .set({
      decision: said.decision,
      why_not: said.whyNot,
      decided_by: by,
      decided_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
