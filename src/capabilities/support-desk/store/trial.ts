import type { Tx } from '../../../platform/database/atomically.ts';
import type { Stage } from '../rules/stages.ts';
import type { Outcome } from '../rules/case.ts';

/** A message of a trial's thread, at its own time: the trigger times the first reply by it. By the worker. */
export async function insertTrialMessage(
  tx: Tx,
  message: {
    readonly id: string;
    readonly caseId: string;
    readonly at: Date;
    readonly direction: 'in' | 'out';
    readonly personId: string | null;
    readonly fromName: string;
    readonly body: string;
  },
): Promise<void> {
  await tx
    .insertInto('support_desk.message')
    .values({
      id: message.id,
      case_id: message.caseId,
      at: message.at,
      direction: message.direction,
      channel: 'web',
      person_id: message.personId,
      from_name: message.fromName,
      body: message.body,
    })
    .execute();
}

/** Where a trial's case has come to, and when it began. */
export async function settleTrialCase(
  tx: Tx,
  id: string,
  to: {
    readonly openedAt: Date;
    readonly stage: Stage;
    readonly stageSince: Date;
    readonly assigneeId: string | null;
    readonly outcome: Outcome | null;
    readonly outcomeNote: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('support_desk.support_case')
    .set({
      opened_at: to.openedAt,
      stage: to.stage,
      stage_since: to.stageSince,
      assignee_id: to.assigneeId,
      outcome: to.outcome,
      outcome_note: to.outcomeNote,
      resolved_at: to.outcome === null ? null : to.stageSince,
    })
    .where('id', '=', id)
    .execute();
}
