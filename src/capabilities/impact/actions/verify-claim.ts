import type { Actor } from '../../../kernel/actor.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { capacityOf, whyNotDecide } from '../permissions.ts';
import { listEvidence } from '../store/evidence.ts';
import { settleFigures } from '../store/figure-steps.ts';
import { insertDecisions, markStanding } from '../store/ledger.ts';
import { appendAct } from './append-act.ts';
import { countedAs, type OnClaim, openClaim } from './open-claim.ts';

/** A second person stands by the claim: it counts from now on, and the public log says so. */
export async function verifyClaim(
  world: World,
  actor: Actor,
  on: OnClaim,
  once?: Submission,
): Promise<{ leafIndex: number }> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const claim = await openClaim(tx, on);
      const { id, entry } = claim;
      refuseIf(whyNotDecide(actor, { ...claim, kind: entry.kind }));
      await markStanding(tx, id, { stage: 'verified', openChange: null });
      await settleFigures(tx, null, countedAs(entry, 'verified'));
      const decidedAs = capacityOf(actor);
      await recordAct(tx, world, actor, {
        kind: 'impact.claim-verified',
        subject: { kind: 'claim', id },
        cityId: entry.subject.cityId,
        capacity: decidedAs,
      });
      const evidence = await listEvidence(tx, id);
      const leafIndex = await appendAct(tx, world, {
        kind: 'claim-verified',
        claimId: id,
        decidedAs,
        entry,
        evidence,
      });
      await insertDecisions(tx, [
        {
          id: world.newId(),
          claimId: id,
          changeId: null,
          outcome: 'verified',
          reason: null,
          decidedBy: actor.personId,
          decidedAs,
          leafIndex,
        },
      ]);
      return { leafIndex };
    },
    { once },
  );
}
