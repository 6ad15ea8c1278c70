import { type Actor, hasRole, type Role, secretariatRoles } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import type { AssignmentState, RoundState } from './rules/round.ts';

/** Who runs rounds: opens them, assigns, moves them on, writes to cities. */
export const roundRoles = ['staff-fund', 'director'] as const satisfies readonly Role[];

/** Who may be asked to review: reviewers from outside, partners, and the secretariat. */
export const reviewingRoles: readonly Role[] = ['reviewer', 'partner', ...secretariatRoles];

export function whyNotRun(actor: Actor): Reason | undefined {
  if (!hasRole(actor, ...roundRoles)) return because('review:runners-only');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}

interface Own {
  readonly personId: string;
  readonly state: AssignmentState;
}

/** One's own review, until it is filed. */
export function whyNotScore(
  actor: Actor,
  own: Own,
  round: { readonly state: RoundState },
): Reason | undefined {
  if (actor.personId === null || actor.personId !== own.personId) return because('review:own-only');
  if (actor.assurance === 'mailed-code') return because('platform:step-up-needed');
  if (own.state !== 'assigned') return because('review:settled-already');
  return round.state === 'scoring' ? undefined : because('review:not-scoring');
}

/** A filed score moves only in the discussion, with a reason on record. */
export function whyNotChangeScore(
  actor: Actor,
  own: Own,
  round: { readonly state: RoundState },
): Reason | undefined {
  if (actor.personId === null || actor.personId !== own.personId) return because('review:own-only');
  if (own.state !== 'filed') return because('review:not-filed');
  return round.state === 'discussing' ? undefined : because('review:not-discussing');
}

/** Feedback is read by somebody who did not write it, before it leaves. */
export function whyNotSendFeedback(
  actor: Actor,
  feedback: { readonly draftedBy: string; readonly state: 'draft' | 'reviewed' | 'sent' },
): Reason | undefined {
  const not = whyNotRun(actor);
  if (not) return not;
  if (feedback.state === 'sent') return because('review:sent-already');
  return feedback.draftedBy === actor.personId ? because('review:own-feedback') : undefined;
}

export function whyNotLift(actor: Actor, conflict: { readonly personId: string }): Reason | undefined {
  if (!hasRole(actor, 'director')) return because('review:director-lifts');
  return conflict.personId === actor.personId ? because('review:own-conflict') : undefined;
}
