import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface StateMove {
  readonly from: string | null;
  readonly to: string;
  readonly byName: string;
  readonly why: string | null;
  readonly at: Date;
}

export async function insertMove(
  tx: Tx,
  move: {
    readonly id: string;
    readonly applicationId: string;
    readonly from: string | null;
    readonly to: string;
    readonly personId: string | null;
    readonly byName: string;
    readonly why: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('applications.state_move')
    .values({
      id: move.id,
      application_id: move.applicationId,
      from_state: move.from,
      to_state: move.to,
      person_id: move.personId,
      by_name: move.byName,
      why: move.why,
    })
    .execute();
}

export async function listMoves(reader: Reader, applicationId: string): Promise<StateMove[]> {
  const rows = await reader
    .selectFrom('applications.state_move')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('at', 'desc')
    .execute();
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    byName: row.by_name,
    why: row.why,
    at: row.at,
  }));
}
