import { sql } from 'kysely';
import type { Tx } from '../database/atomically.ts';

interface When {
  readonly runAt?: Date;
  /** A later job with the same key takes the earlier one's place. */
  readonly key?: string;
}

/** Puts work in the queue inside the caller's transaction: no act without its job, no job without its act. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  when: When = {},
): Promise<void> {
  await sql`select platform.enqueue(${task}, ${JSON.stringify(payload)}::json, ${when.runAt ?? null}::timestamptz, ${when.key ?? null})`.execute(
    tx,
  );
}
