import { isDeepStrictEqual } from 'node:util';
import { because, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { type Audience, isNarrower } from '../rules/audience.ts';
import type { FactPlace } from '../rules/fact-row.ts';
import { factAsAnswers } from '../rules/fact-as-answers.ts';
import { kindOf } from '../rules/fact-kinds.ts';
import type { FactSaid } from '../rules/read-fact.ts';
import {
  findStanding,
  insertStatement,
  saveStanding,
  type Speaker,
  type Standing,
} from '../store/statements.ts';

export interface Telling extends FactPlace, FactSaid {
  /** As it stands, or as its kind has it, when not given. */
  readonly audience?: Audience | undefined;
  /** Of the fact that the teller saw; 0 for none. Not given: whatever stands is told anew. */
  readonly version?: number | undefined;
}

/**
 * Writes one telling: what stands now, and the statement of it. The same words again are a confirmation. Narrowing leaves a last
 * statement to those who saw more, so that history never shows them an old word as if it stood.
 * @throws Stale when somebody told it otherwise meanwhile
 */
export async function tell(
  tx: Tx,
  world: Pick<World, 'newId'>,
  telling: Telling,
  speaker: Speaker,
): Promise<'said' | 'confirmed' | 'audience'> {
  const { cityId, kind, item } = telling;
  const before = await findStanding(tx, telling);
  const seen = before?.version ?? 0;
  if (telling.version !== undefined && telling.version !== seen) throw staleBy(before);
  const audience = telling.audience ?? before?.audience ?? kindOf(kind).audience;
  refuseIf(
    audience === 'city' && speaker.basis !== null ? because('city-record:staff-cannot-hide') : undefined,
  );
  const told = before?.value !== null && before !== undefined;
  const act =
    !told || !isSame(before, telling) ? 'said' : before.audience === audience ? 'confirmed' : 'audience';
  const narrows = told && isNarrower(audience, before.audience);
  const number = seen + (narrows ? 2 : 1);
  const now: Standing = {
    cityId,
    kind,
    item,
    version: number,
    value: telling.value,
    source: telling.source,
    sourceAddress: telling.sourceAddress,
    asOf: telling.asOf,
    audience,
    hiddenTo: narrows ? number - 1 : (before?.hiddenTo ?? 0),
    ...(act === 'said' || !before
      ? { saidAs: speaker.as, onBehalf: speaker.basis !== null }
      : { saidAs: before.saidAs, onBehalf: before.onBehalf || speaker.basis !== null }),
  };
  if (!(await saveStanding(tx, before, now, act))) {
    const other = await findStanding(tx, telling);
    throw other ? staleBy(other) : new Refusal(because('city-record:city-keeps'), 409);
  }
  if (narrows)
    await insertStatement(tx, world.newId(), {
      number: number - 1,
      act: 'narrowed',
      standing: before,
      speaker,
    });
  await insertStatement(tx, world.newId(), { number, act, standing: now, speaker });
  return act;
}

export function staleBy(standing: Standing | undefined): Stale {
  return new Stale(standing?.value ? factAsAnswers(standing) : {}, standing?.version ?? 0);
}

function isSame(before: Standing, { value, source, sourceAddress, asOf }: Telling): boolean {
  return isDeepStrictEqual(
    [before.value, before.source, before.sourceAddress, before.asOf],
    [JSON.parse(JSON.stringify(value)), source, sourceAddress, asOf],
  );
}
