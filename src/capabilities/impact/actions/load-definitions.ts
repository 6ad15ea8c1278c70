import type { Definition as EditionDefinition } from '../../../edition/schema/figures.ts';
import { parsePartialDate } from '../../../kernel/calendar-date.ts';
import { stableId } from '../../../kernel/id.ts';
import { languages } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { citeEdition } from '../../library/index.ts';
import { sha256 } from '../rules/leaf-body.ts';
import { type Definition, insertDefinition, listDefinitions, mendDefinition } from '../store/definitions.ts';
import { lockLedger } from '../store/ledger.ts';
import { countFigures } from '../store/recount.ts';

/**
 * Brings in written definitions. A new version is counted over the whole ledger at once; the older versions and their
 * figures stay. Each adoption is a leaf of the public log.
 * @throws Error when a version that is adopted says something else now: a change of meaning needs the next version
 */
export async function loadDefinitions(
  tx: Tx,
  world: World,
  records: readonly EditionDefinition[],
): Promise<void> {
  const held = new Map((await listDefinitions(tx)).map((one) => [`${one.key} ${one.version}`, one]));
  for (const [place, record] of records.entries()) {
    const definition = definitionOf(record, place);
    const before = held.get(`${record.key} ${record.version}`);
    if (!before) await adopt(tx, world, definition);
    else if (before.meaningSha256 !== definition.meaningSha256)
      throw new Error(
        `The definition "${record.key}" version ${record.version} is adopted: write a new version.`,
      );
    else if (words(before) !== words(definition)) await mendDefinition(tx, definition);
  }
  await citeEdition(
    tx,
    'impact',
    'definition',
    records.map((record) => ({
      id: stableId('definition', record.id),
      label: record.title,
      path: `/impact/${record.key}`,
      sources: record.sources,
    })),
  );
}

async function adopt(tx: Tx, world: World, definition: Definition): Promise<void> {
  await lockLedger(tx);
  const { key, version, meaningSha256 } = definition;
  const { index } = await appendLeaf(tx, {
    kind: 'definition-adopted',
    at: world.now(),
    body: { key, version, meaningSha256 },
  });
  await insertDefinition(tx, { ...definition, leafIndex: index });
  await countFigures(tx, { key, version });
}

function definitionOf(record: EditionDefinition, place: number): Definition {
  const adopted = parsePartialDate(record.adopted);
  if (!adopted) throw new RangeError(`definition ${record.id} has no date`);
  const { key, version, objective, unit, measure, period, title, counts, doesNotCount } = record;
  const meaning = [key, version, objective, unit, measure, record.kinds.toSorted(), period];
  return {
    id: stableId('definition', record.id),
    key,
    version,
    objective,
    unit,
    measure,
    period,
    title,
    counts,
    doesNotCount,
    kinds: record.kinds,
    difference: record.remark,
    adopted: adopted.date,
    adoptedPrecision: adopted.precision,
    validFrom: adopted.date,
    place,
    meaningSha256: sha256(JSON.stringify([...meaning, title.en, counts.en, doesNotCount.en])),
    leafIndex: 0,
  };
}

function words({ title, counts, doesNotCount, difference, place }: Definition): string {
  const texts = [title, counts, doesNotCount, difference].map(
    (text) => text && languages.map((language) => text[language]),
  );
  return JSON.stringify([texts, place]);
}
