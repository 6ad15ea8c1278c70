import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

/** Drafts whose stage closed without them, and invitations to a stage that nobody took up. By the worker. */
export async function listLapsing(
  reader: Reader,
  closed: readonly {
    readonly windowId: string;
    readonly stage: string;
    readonly state: 'draft' | 'invited';
  }[],
): Promise<string[]> {
  if (closed.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select a.id from applications.application a join unnest(${closed.map(({ windowId }) => windowId)}::uuid[],
      ${closed.map(({ stage }) => stage)}::text[], ${closed.map(({ state }) => state)}::text[]) as over (window_id, stage, state)
      on a.window_id = over.window_id and a.stage = over.stage and a.state = over.state order by a.id`.execute(
    reader,
  );
  return rows.map(({ id }) => id);
}
