import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { capacityOf, whyNotDecideChange } from '../permissions.ts';
import { dedupKey } from '../rules/dedup-key.ts';
import type { Entry, Stage } from '../rules/entry.ts';
import { RefusedField } from '../rules/refused-field.ts';
import { findChange, type ProposedChange } from '../store/changes.ts';
import { findRecord, listEvidence } from '../store/evidence.ts';
import { settleFigures } from '../store/figure-steps.ts';
import {
  type ChangeKind,
  findDuplicate,
  insertDecisions,
  markStanding,
  type StandingClaim,
} from '../store/ledger.ts';
import { appendAct } from './append-act.ts';
import { countedAs, type OnClaim, openClaim } from './open-claim.ts';

const logged = {
  correction: 'claim-corrected',
  withdrawal: 'claim-withdrawn',
  confirmation: 'claim-confirmed',
} as const satisfies Record<ChangeKind, string>;

/** A second person stands by the change that waits: figures at all dates follow, and the public log says so. */
export async function verifyChange(
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
      const { id } = claim;
      refuseIf(whyNotDecideChange(actor, { ...claim, kind: claim.entry.kind }));
      const change = claim.openChange && (await findChange(tx, claim.openChange.id));
      if (!change) throw new Refusal(because('impact:already-decided'));
      const entry = await bringIntoForce(tx, claim, change);
      const decidedAs = capacityOf(actor);
      await recordAct(tx, world, actor, {
        kind: `impact.${change.kind}-verified`,
        subject: { kind: 'claim', id },
        cityId: entry.subject.cityId,
        capacity: decidedAs,
      });
      const leafIndex = await appendAct(tx, world, {
        kind: logged[change.kind],
        claimId: id,
        changeId: change.id,
        decidedAs,
        entry,
        evidence: await listEvidence(tx, id, change.id),
      });
      await insertDecisions(tx, [
        {
          id: world.newId(),
          claimId: id,
          changeId: change.id,
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

async function bringIntoForce(tx: Tx, claim: StandingClaim, change: ProposedChange): Promise<Entry> {
  const stage: Stage = change.kind === 'withdrawal' ? 'withdrawn' : 'verified';
  const entry: Entry = change.says ? { ...claim.entry, ...change.says } : claim.entry;
  const key = change.says && dedupKey(entry, await findRecord(tx, claim.id));
  const first = key && (await findDuplicate(tx, key, claim.id));
  if (first) throw new RefusedField('', because('impact:duplicate', { first }));
  await markStanding(tx, claim.id, { stage, openChange: null, ...(key ? { entry, dedupKey: key } : {}) });
  await settleFigures(tx, countedAs(claim.entry, claim.stage), countedAs(entry, stage));
  return entry;
}
