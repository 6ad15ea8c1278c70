import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import type { NewClaim, RecordReference } from '../rules/entry.ts';
import { entryProblems, evidenceProblems } from '../rules/entry-problems.ts';
import { insertClaims } from '../store/insert-claims.ts';
import { lockLedger } from '../store/ledger.ts';

/**
 * Proposes a claim on behalf of a record that another capability made, once for each record. A record that cannot be a
 * claim (dated ahead, without evidence) proposes none.
 * @param recordedBy who made the record: they count as the proposer and may not verify it
 */
export async function proposeFromRecord(
  tx: Tx,
  world: World,
  claim: NewClaim & { readonly record: RecordReference },
  recordedBy: string | null,
): Promise<string | undefined> {
  const problems = [...entryProblems(claim, dayInUtc(world.now())), ...evidenceProblems(claim.evidence)];
  if (problems.length > 0) return undefined;
  await lockLedger(tx);
  const id = world.newId();
  const leftOut = await insertClaims(tx, [
    {
      id,
      claim,
      origin: 'from-record',
      stage: 'proposed',
      proposedBy: recordedBy,
      proposedAs: 'platform',
      evidenceIds: claim.evidence.map(() => world.newId()),
    },
  ]);
  if (leftOut.length > 0) return undefined;
  await recordAct(tx, world, systemActor, {
    kind: 'impact.claim-proposed',
    subject: { kind: 'claim', id },
    cityId: claim.subject.cityId,
    capacity: 'platform',
  });
  return id;
}
