import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { capacityOf, whyNotChange } from '../permissions.ts';
import { dedupKey } from '../rules/dedup-key.ts';
import type { Entry, Evidence, Measure } from '../rules/entry.ts';
import { entryProblems, evidenceProblems } from '../rules/entry-problems.ts';
import { RefusedField, refuseProblems } from '../rules/refused-field.ts';
import {
  type ChangeKind,
  findDuplicate,
  insertChange,
  markStanding,
  type StandingClaim,
} from '../store/ledger.ts';
import { type OnClaim, openClaim } from './open-claim.ts';

export interface ChangeInput extends OnClaim {
  readonly kind: ChangeKind;
  readonly reason: string;
  /** What a correction says anew; null for a withdrawal or a confirmation. */
  readonly says: Measure | null;
  readonly evidence: readonly Evidence[];
}

/** Proposes that an entry in force be corrected, withdrawn or confirmed; the first stays as it is, for ever. */
export async function proposeChange(
  world: World,
  actor: Actor,
  input: ChangeInput,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const claim = await openClaim(tx, input);
      refuseIf(whyNotChange(actor, { ...claim, kind: claim.entry.kind }, input.kind));
      const entry = input.says && { ...claim.entry, ...input.says };
      if ((entry === null) === (input.kind === 'correction'))
        throw new RangeError('only a correction says anew');
      if (entry) await refuseUnsound(tx, world, claim, entry, input.evidence);
      const id = world.newId();
      await insertChange(tx, {
        id,
        claimId: claim.id,
        kind: input.kind,
        reason: input.reason,
        entry,
        evidence: input.evidence,
        evidenceIds: input.evidence.map(() => world.newId()),
        proposedBy: actor.personId ?? '',
        proposedAs: capacityOf(actor),
      });
      await markStanding(tx, claim.id, { stage: claim.stage, openChange: id });
      await recordAct(tx, world, actor, {
        kind: `impact.${input.kind}-proposed`,
        subject: { kind: 'claim', id: claim.id },
        cityId: claim.entry.subject.cityId,
        capacity: capacityOf(actor),
        details: { reason: input.reason },
      });
      return id;
    },
    { once },
  );
}

async function refuseUnsound(
  tx: Tx,
  world: World,
  claim: StandingClaim,
  entry: Entry,
  evidence: readonly Evidence[],
): Promise<void> {
  refuseProblems([...entryProblems(entry, dayInUtc(world.now())), ...evidenceProblems(evidence)]);
  if (JSON.stringify(comparable(entry)) === JSON.stringify(comparable(claim.entry)))
    throw new RefusedField('statement', because('impact:nothing-corrected'));
  const key = dedupKey(entry, null);
  const first = await findDuplicate(tx, key, claim.id);
  if (first) throw new RefusedField('', because('impact:duplicate', { first }));
}

function comparable({ on, amount, usd, count, qualifier, statement, visibility }: Entry) {
  const sides = [
    amount?.amountMinor,
    amount?.currency,
    usd?.amountMinor,
    usd?.source,
    count?.value,
    count?.unit,
  ];
  return [
    on,
    sides.map((side) => (side === undefined ? null : String(side))),
    qualifier,
    statement,
    visibility,
  ];
}
