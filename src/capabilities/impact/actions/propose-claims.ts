import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { capacityOf, whyNotPropose } from '../permissions.ts';
import { dedupKey } from '../rules/dedup-key.ts';
import type { NewClaim } from '../rules/entry.ts';
import { entryProblems, evidenceProblems } from '../rules/entry-problems.ts';
import { RefusedField, refuseProblems } from '../rules/refused-field.ts';
import { insertClaims } from '../store/insert-claims.ts';
import { findDuplicate, lockLedger } from '../store/ledger.ts';

/**
 * Proposes claims in the caller's transaction, all or none; an import calls this once confirmed.
 * @returns their ids, in order
 * @throws RefusedField for the first that is wrong or told already
 */
export async function proposeClaims(
  tx: Tx,
  world: World,
  actor: Actor,
  claims: readonly NewClaim[],
): Promise<string[]> {
  refuseIf(whyNotPropose(actor), 403);
  await lockLedger(tx);
  const today = dayInUtc(world.now());
  for (const claim of claims) {
    refuseProblems([...entryProblems(claim, today), ...evidenceProblems(claim.evidence)]);
    await refuseDuplicate(tx, claim);
  }
  const proposed = claims.map((claim) => ({
    id: world.newId(),
    claim,
    origin: 'proposed' as const,
    stage: 'proposed' as const,
    proposedBy: actor.personId,
    proposedAs: capacityOf(actor),
    evidenceIds: claim.evidence.map(() => world.newId()),
  }));
  // What is left out now has its twin among the rows sent along with it.
  const [leftOut] = await insertClaims(tx, proposed);
  const twin = proposed.find(({ id }) => id === leftOut);
  if (twin) await refuseDuplicate(tx, twin.claim);
  for (const { id, claim } of proposed) {
    await recordAct(tx, world, actor, {
      kind: 'impact.claim-proposed',
      subject: { kind: 'claim', id },
      cityId: claim.subject.cityId,
      capacity: capacityOf(actor),
    });
  }
  return proposed.map(({ id }) => id);
}

async function refuseDuplicate(tx: Tx, claim: NewClaim): Promise<void> {
  const first = await findDuplicate(tx, dedupKey(claim, claim.record));
  if (first) throw new RefusedField('', because('impact:duplicate', { first }));
}
