import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** A move of the process that one proposed and another must confirm. */
export interface MoveProposal {
  readonly id: string;
  readonly move: string;
  readonly why: string | null;
  readonly proposedBy: string;
  readonly byName: string;
  readonly proposedAt: Date;
}

/** The one that waits, if any. */
export async function findOfApplication(
  reader: Reader,
  applicationId: string,
): Promise<MoveProposal | undefined> {
  const row = await reader
    .selectFrom('applications.move_proposal')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      move: row.move,
      why: row.why,
      proposedBy: row.proposed_by,
      byName: row.by_name,
      proposedAt: row.proposed_at,
    }
  );
}

/** False when another waits already. */
export async function insertProposal(
  tx: Tx,
  proposal: Omit<MoveProposal, 'proposedAt'> & { readonly applicationId: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('applications.move_proposal')
    .values({
      id: proposal.id,
      application_id: proposal.applicationId,
      move: proposal.move,
      why: proposal.why,
      proposed_by: proposal.proposedBy,
      by_name: proposal.byName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function settleProposal(
  tx: Tx,
  id: string,
  personId: string,
  outcome: 'confirmed' | 'refused' | 'withdrawn',
): Promise<void> {
  await tx
    .updateTable('applications.move_proposal')
    .set({ settled_by: personId, settled_at: sql<Date>`clock_timestamp()`, outcome })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .execute();
}

/** Proposals that wait for somebody other than this person. */
export async function countOpenProposals(
  reader: Reader,
  personId: string,
): Promise<{ n: number; since: Date | null }> {
  const row = await reader
    .selectFrom('applications.move_proposal')
    .select(({ fn }) => [fn.countAll<bigint>().as('n'), fn.min('proposed_at').as('since')])
    .where('settled_at', 'is', null)
    .where('proposed_by', '<>', personId)
    .executeTakeFirstOrThrow();
  return { n: Number(row.n), since: row.since };
}
