import type { Actor } from '../../../kernel/actor.ts';
import { because, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { factName, readFactName } from '../rules/fact-name.ts';
import type { FactPlace, FactRow } from '../rules/fact-row.ts';
import { listStatements } from '../store/history.ts';
import { findStanding, insertStatement, saveStanding } from '../store/statements.ts';
import { tell } from './tell.ts';

/** One line of a file, told for its city; its source is what staff go by. @returns what `takeBackFromFile` needs */
export async function addFromFile(tx: Tx, world: World, actor: Actor, row: FactRow): Promise<string> {
  const speaker = { personId: actor.personId, as: 'import', basis: row.source ?? '' };
  await tell(tx, world, row, speaker);
  const standing = await findStanding(tx, row);
  await noteAct(tx, world, actor, row, 'told');
  return `${row.cityId} ${factName(row.kind, row.item)} ${standing?.version ?? 0}`;
}

/** What the line said is withdrawn, or what stood before it is told again. @throws Refusal when it was told otherwise since */
export async function takeBackFromFile(tx: Tx, world: World, actor: Actor, id: string): Promise<void> {
  const [cityId = '', name = '', version = ''] = id.split(' ');
  const read = readFactName(name);
  const place = read && { cityId, kind: read.kind.key, item: read.item };
  const standing = place && (await findStanding(tx, place));
  const isAsBrought = standing?.value && standing.version === Number(version);
  refuseIf(isAsBrought ? undefined : because('city-record:import-changed'), 409);
  if (!place || !standing) return;
  const basis = standing.source ?? 'import';
  const speaker = { personId: actor.personId, as: 'import', basis };
  const before = (await listStatements(tx, place)).find(
    ({ number, act }) => number < standing.version && act !== 'confirmed' && act !== 'audience',
  );
  if (before?.value && before.audience !== 'city') {
    const { value, source, sourceAddress, asOf, audience } = before;
    await tell(tx, world, { ...place, value, source, sourceAddress, asOf, audience }, speaker);
  } else {
    const number = standing.version + 1;
    const none = { value: null, source: null, sourceAddress: null, asOf: null };
    const now = { ...standing, ...none, version: number, hiddenTo: number, onBehalf: true };
    await saveStanding(tx, standing, now, 'withdrawn');
    const reason = 'The import it came with was undone';
    await insertStatement(tx, world.newId(), { number, act: 'withdrawn', standing: now, speaker, reason });
  }
  await noteAct(tx, world, actor, place, 'withdrawn');
}

async function noteAct(
  tx: Tx,
  world: World,
  actor: Actor,
  { cityId, kind, item }: FactPlace,
  what: 'told' | 'withdrawn',
): Promise<void> {
  const city = await findCity(tx, cityId);
  await recordAct(tx, world, actor, {
    kind: `city-record.${what}`,
    subject: { kind: 'city-record', id: cityId },
    cityId,
    details: { city: city?.name ?? cityId, fact: factName(kind, item), kind },
  });
}
