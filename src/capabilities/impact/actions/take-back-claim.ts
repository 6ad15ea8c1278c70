import type { Actor } from '../../../kernel/actor.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { capacityOf, whyNotTakeBack } from '../permissions.ts';
import { insertDecisions, markStanding } from '../store/ledger.ts';
import { type OnClaim, openClaim } from './open-claim.ts';

/** Whoever proposed a claim takes it back before anybody decided. */
export async function takeBackClaim(
  world: World,
  actor: Actor,
  on: OnClaim,
  once?: Submission,
): Promise<void> {
  await atomically(world, actor, (tx) => takeBack(tx, world, actor, on), { once });
}

/** The same in the caller's transaction. */
export async function takeBack(tx: Tx, world: World, actor: Actor, on: OnClaim): Promise<void> {
  const claim = await openClaim(tx, on);
  refuseIf(whyNotTakeBack(actor, { ...claim, kind: claim.entry.kind }));
  // As one refused: it counts nowhere, and the same may be told again.
  await markStanding(tx, claim.id, { stage: 'refused', openChange: null });
  await insertDecisions(tx, [
    {
      id: world.newId(),
      claimId: claim.id,
      changeId: null,
      outcome: 'taken-back',
      reason: null,
      decidedBy: actor.personId,
      decidedAs: capacityOf(actor),
      leafIndex: null,
    },
  ]);
  await recordAct(tx, world, actor, {
    kind: 'impact.claim-taken-back',
    subject: { kind: 'claim', id: claim.id },
    cityId: claim.entry.subject.cityId,
    capacity: capacityOf(actor),
  });
}
