import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotSay } from '../permissions.ts';
import { factName } from '../rules/fact-name.ts';
import type { FactPlace } from '../rules/fact-row.ts';
import { findStanding, insertStatement, saveStanding, type Standing } from '../store/statements.ts';
import { speakerFor } from './say-fact.ts';
import { settleAsking } from './settle-asking.ts';
import { staleBy } from './tell.ts';

export interface Withdrawal extends FactPlace {
  readonly reason: string;
  readonly basis?: string | null | undefined;
  /** Not given: whatever stands. */
  readonly version?: number | undefined;
}

/** The fact stands no more; that it did, and why it was taken back, stays with the city and the council. */
export async function withdrawFact(
  world: World,
  actor: Actor,
  withdrawal: Withdrawal,
  once?: Submission,
): Promise<void> {
  await atomically(world, actor, (tx) => withdrawFromRecord(tx, world, actor, withdrawal), { once });
}

export async function withdrawFromRecord(
  tx: Tx,
  world: World,
  actor: Actor,
  { reason, basis, version, ...place }: Withdrawal,
): Promise<void> {
  refuseIf(whyNotSay(actor, place.cityId), 403);
  const city = await findCity(tx, place.cityId);
  const before = await findStanding(tx, place);
  if (!city || !before?.value) throw notFound();
  if (version !== undefined && version !== before.version) throw staleBy(before);
  const speaker = speakerFor(actor, place.cityId, basis);
  const number = before.version + 1;
  const empty = { value: null, source: null, sourceAddress: null, asOf: null };
  const now: Standing = {
    ...before,
    ...empty,
    version: number,
    hiddenTo: number,
    onBehalf: speaker.basis !== null,
  };
  if (!(await saveStanding(tx, before, now, 'withdrawn'))) throw staleBy(await findStanding(tx, place));
  await insertStatement(tx, world.newId(), { number, act: 'withdrawn', standing: now, speaker, reason });
  await settleAsking(tx, world, place.cityId);
  await recordAct(tx, world, actor, {
    kind: 'city-record.withdrawn',
    subject: { kind: 'city-record', id: place.cityId },
    cityId: place.cityId,
    details: { city: city.name, fact: factName(place.kind, place.item), kind: place.kind },
  });
}
