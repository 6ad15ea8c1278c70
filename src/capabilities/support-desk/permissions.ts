import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import { canMove, type Move, type Stage } from './rules/stages.ts';

/** Who works the desk. All of the secretariat may read it. */
export const deskRoles = ['staff-support', 'director'] as const satisfies readonly Role[];

export function whyNotDesk(actor: Actor): Reason | undefined {
  if (!hasRole(actor, ...deskRoles)) return because('support-desk:desk-only');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}

/** Does the desk move this case so? */
export function whyNotMove(
  actor: Actor,
  standing: { readonly stage: Stage },
  move: Move,
): Reason | undefined {
  const reason = whyNotDesk(actor);
  if (reason) return reason;
  return canMove(standing.stage, move, 'desk')
    ? undefined
    : because('support-desk:not-from-this-stage', { stage: standing.stage });
}

/** A case that was merged goes on elsewhere; one set aside is answered only after it was taken back. */
export function whyNotReply(actor: Actor, standing: { readonly stage: Stage }): Reason | undefined {
  const reason = whyNotDesk(actor);
  if (reason) return reason;
  return standing.stage === 'merged' || standing.stage === 'set-aside'
    ? because('support-desk:not-from-this-stage', { stage: standing.stage })
    : undefined;
}

export function whyNotHandOver(
  actor: Actor,
  handed: { readonly from: string; readonly to: string },
): Reason | undefined {
  const reason = whyNotDesk(actor);
  if (reason) return reason;
  return handed.from === handed.to ? because('support-desk:hand-over-to-oneself') : undefined;
}
