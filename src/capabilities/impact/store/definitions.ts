import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { ClaimKind, Objective } from '../rules/claim-kinds.ts';
import type { CountingRule } from '../rules/definition.ts';

/** A figure's definition, one version of it. */
export interface Definition extends CountingRule {
  readonly id: string;
  readonly objective: Objective;
  readonly title: LocalText;
  readonly counts: LocalText;
  readonly doesNotCount: LocalText;
  /** Why the council's published number and ours differ. */
  readonly difference: LocalText | null;
  readonly adopted: CalendarDate;
  readonly adoptedPrecision: DatePrecision;
  readonly validFrom: CalendarDate;
  readonly place: number;
  /** Hash of the rule and its English words. */
  readonly meaningSha256: string;
  readonly leafIndex: number;
}

/** All versions, the newest of each key first, in the order in which they are shown. */
export async function listDefinitions(reader: Reader): Promise<Definition[]> {
  const rows = await reader
    .selectFrom('impact.definition')
    .selectAll()
    .orderBy('objective')
    .orderBy('place')
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    version: row.version,
    objective: row.objective as Objective,
    unit: row.unit,
    measure: row.measure as CountingRule['measure'],
    kinds: row.kinds as ClaimKind[],
    period: row.period as CountingRule['period'],
    title: row.title as unknown as LocalText,
    counts: row.counts as unknown as LocalText,
    doesNotCount: row.does_not_count as unknown as LocalText,
    difference: row.difference as unknown as LocalText | null,
    adopted: row.adopted as CalendarDate,
    adoptedPrecision: row.adopted_precision as DatePrecision,
    validFrom: row.valid_from as CalendarDate,
    place: row.place,
    meaningSha256: row.meaning_sha256,
    leafIndex: Number(row.leaf_index),
  }));
}

function wordColumns(definition: Definition) {
  return {
    title: JSON.stringify(definition.title),
    counts: JSON.stringify(definition.counts),
    does_not_count: JSON.stringify(definition.doesNotCount),
    difference: definition.difference && JSON.stringify(definition.difference),
    place: definition.place,
  };
}

export async function insertDefinition(tx: Tx, definition: Definition): Promise<void> {
  await tx
    .insertInto('impact.definition')
    .values({
      id: definition.id,
      key: definition.key,
      version: definition.version,
      objective: definition.objective,
      unit: definition.unit,
      measure: definition.measure,
      kinds: [...definition.kinds],
      period: definition.period,
      ...wordColumns(definition),
      adopted: definition.adopted,
      adopted_precision: definition.adoptedPrecision,
      valid_from: definition.validFrom,
      meaning_sha256: definition.meaningSha256,
      leaf_index: BigInt(definition.leafIndex),
    })
    .execute();
}

/** Mends the translations and the order; the meaning stays. */
export async function mendDefinition(tx: Tx, definition: Definition): Promise<void> {
  await tx
    .updateTable('impact.definition')
    .set(wordColumns(definition))
    .where('key', '=', definition.key)
    .where('version', '=', definition.version)
    .execute();
}
