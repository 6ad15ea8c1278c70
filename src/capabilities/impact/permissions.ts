import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import { type ClaimKind, claimKinds, kindRules } from './rules/claim-kinds.ts';
import type { Stage } from './rules/entry.ts';

/** Who keeps the ledger. The administrator keeps the machine, not the record. */
export const ledgerRoles = [
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'finance',
  'director',
] as const satisfies readonly Role[];

/** Who may say that money is money. */
const moneyRoles = ['finance', 'director'] as const satisfies readonly Role[];

export interface Decidable {
  readonly kind: ClaimKind;
  readonly stage: Stage;
  readonly proposedBy: string | null;
  readonly openChange: { readonly proposedBy: string } | null;
}

export function whyNotPropose(actor: Actor): Reason | undefined {
  if (!hasRole(actor, ...ledgerRoles)) return because('impact:proposer-role');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}

/** Verifying and refusing take the same: a second person, who knows money where money is claimed. */
export function whyNotDecide(actor: Actor, claim: Decidable): Reason | undefined {
  if (claim.stage !== 'proposed') return because('impact:already-decided');
  return whyNotSecond(actor, claim.kind, claim.proposedBy);
}

export function whyNotDecideChange(actor: Actor, claim: Decidable): Reason | undefined {
  if (!claim.openChange) return because('impact:already-decided');
  return whyNotSecond(actor, claim.kind, claim.openChange.proposedBy);
}

function whyNotSecond(actor: Actor, kind: ClaimKind, proposedBy: string | null): Reason | undefined {
  if (!hasRole(actor, ...ledgerRoles)) return because('impact:verifier-role');
  if (actor.personId === null || actor.personId === proposedBy) return because('impact:verifier-is-proposer');
  if (kindRules[kind].takes === 'amount' && !hasRole(actor, ...moneyRoles))
    return because('impact:money-verifier-role');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}

/** A proposal is its proposer's to take back, until somebody decides. */
export function whyNotTakeBack(actor: Actor, claim: Decidable): Reason | undefined {
  if (claim.stage !== 'proposed') return because('impact:already-decided');
  if (actor.personId === null || actor.personId !== claim.proposedBy)
    return because('impact:not-its-proposer');
  return whyNotPropose(actor);
}

/** Only what is in force can be corrected, withdrawn or confirmed, one change at a time. */
export function whyNotChange(
  actor: Actor,
  claim: Decidable,
  change: 'correction' | 'withdrawal' | 'confirmation',
): Reason | undefined {
  if (claim.stage !== 'verified' && claim.stage !== 'imported') return because('impact:not-in-force');
  if (claim.openChange) return because('impact:change-waits');
  if (change === 'confirmation' && claim.stage !== 'imported') return because('impact:already-verified');
  return whyNotPropose(actor);
}

/** The role in which somebody acts on a claim, as the public may read it: never a name. */
export function capacityOf(actor: Actor): Role | 'platform' {
  return (
    actor.roles.map(({ role }) => role).find((role) => (ledgerRoles as readonly Role[]).includes(role)) ??
    'platform'
  );
}

/** The kinds of claim that the actor may verify or refuse when somebody else proposed them. */
export function decidableKinds(actor: Actor): ClaimKind[] {
  if (!hasRole(actor, ...ledgerRoles)) return [];
  const money = hasRole(actor, ...moneyRoles);
  return claimKinds.filter((kind) => money || kindRules[kind].takes !== 'amount');
}
