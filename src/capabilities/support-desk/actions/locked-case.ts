import { notFound, Stale } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { type Case, lockCase } from '../store/cases.ts';

/** A form about a case: which, and at which version it was opened. */
export interface OnCase {
  readonly caseId: string;
  readonly version: number;
}

/**
 * The case, locked for a change by somebody who has seen it as it is.
 * @throws Stale when it was changed since the form was opened (a second tab, a colleague, the city writing)
 */
export async function lockAsSeen(tx: Tx, asked: OnCase): Promise<Case> {
  const found = await lockCase(tx, asked.caseId);
  if (!found) throw notFound();
  if (found.version !== asked.version) throw new Stale(asAnswers(found), found.version);
  return found;
}

/** A case as its forms write it. */
export function asAnswers(shown: Case): Record<string, string> {
  return {
    stage: shown.stage,
    topic: shown.topic,
    urgency: shown.urgency,
    language: shown.language,
    subject: shown.subject,
    city: shown.cityId ?? '',
    dueOn: shown.dueOn ?? '',
    assignee: shown.assigneeId ?? '',
  };
}
