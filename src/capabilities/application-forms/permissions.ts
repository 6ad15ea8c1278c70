import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who builds forms. All of the secretariat may read their drafts; published versions are everybody's to read. */
export const formKeepers = ['staff-fund', 'director'] as const satisfies readonly Role[];

export function whyNotKeepForms(actor: Actor): Reason | undefined {
  if (!hasRole(actor, ...formKeepers)) return because('application-forms:keepers-only');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}
