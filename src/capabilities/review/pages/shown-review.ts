import type { Reader } from '../../../platform/database/atomically.ts';
import { assignmentsOn, type AssignmentRow } from '../store/assignments.ts';
import { type Remark, remarksOn, type ScoreChange, scoreChangesOf, scoresOf } from '../store/scores.ts';
import type { Score } from '../rules/scoring.ts';

/** A review as others read it. */
export interface ShownReview extends AssignmentRow {
  readonly scores: readonly Score[];
  readonly changes: readonly ScoreChange[];
}

export interface Deliberation {
  readonly reviews: readonly ShownReview[];
  readonly remarks: readonly Remark[];
}

/** What reviewers of an application wrote and said, as far as the reader may see. */
export async function readDeliberation(
  reader: Reader,
  roundId: string,
  applicationId: string,
): Promise<Deliberation> {
  const assignments = await assignmentsOn(reader, roundId, applicationId);
  const ids = assignments.map(({ id }) => id);
  const scores = await scoresOf(reader, ids);
  const changes = await scoreChangesOf(reader, ids);
  return {
    reviews: assignments.map((one) => ({
      ...one,
      scores: scores.get(one.id) ?? [],
      changes: changes.filter(({ assignmentId }) => assignmentId === one.id),
    })),
    remarks: await remarksOn(reader, roundId, applicationId),
  };
}
