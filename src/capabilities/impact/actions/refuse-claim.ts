import type { Actor } from '../../../kernel/actor.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { capacityOf, whyNotDecide, whyNotDecideChange } from '../permissions.ts';
import { insertDecisions, markStanding } from '../store/ledger.ts';
import { type OnClaim, openClaim } from './open-claim.ts';

/**
 * A second person says no to what waits, with a reason: the claim itself, or the change proposed to it. It stays on record
 * inside the secretariat and counts nowhere.
 */
export async function refuseClaim(
  world: World,
  actor: Actor,
  on: OnClaim & { readonly reason: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const claim = await openClaim(tx, on);
      const { openChange } = claim;
      const decidable = { ...claim, kind: claim.entry.kind };
      refuseIf(openChange ? whyNotDecideChange(actor, decidable) : whyNotDecide(actor, decidable));
      await markStanding(tx, claim.id, { stage: openChange ? claim.stage : 'refused', openChange: null });
      await insertDecisions(tx, [
        {
          id: world.newId(),
          claimId: claim.id,
          changeId: openChange?.id ?? null,
          outcome: 'refused',
          reason: on.reason,
          decidedBy: actor.personId,
          decidedAs: capacityOf(actor),
          leafIndex: null,
        },
      ]);
      await recordAct(tx, world, actor, {
        kind: openChange ? 'impact.change-refused' : 'impact.claim-refused',
        subject: { kind: 'claim', id: claim.id },
        cityId: claim.entry.subject.cityId,
        capacity: capacityOf(actor),
        details: { reason: on.reason },
      });
    },
    { once },
  );
}
