import type { Reader } from '../../../platform/database/atomically.ts';
import type { Cell } from '../../../platform/exports/csv.ts';
import { valueAsText } from '../rules/fact-as-answers.ts';
import { type FactKey, factKind } from '../rules/fact-kinds.ts';
import { factName } from '../rules/fact-name.ts';

/** Every fact that the reader may see, under the import's own heads. */
export async function listFactsForFile(reader: Reader): Promise<readonly Readonly<Record<string, Cell>>[]> {
  const rows = await reader
    .selectFrom('city_record.fact as f')
    .innerJoin('city_registry.city as c', 'c.id', 'f.city_id')
    .select([
      'c.geonames_id',
      'f.kind',
      'f.item',
      'f.value',
      'f.source',
      'f.source_address',
      'f.as_of',
      'f.audience',
    ])
    .where('f.value', 'is not', null)
    .orderBy('c.geonames_id')
    .orderBy('f.kind')
    .orderBy('f.item')
    .execute();
  return rows.flatMap(({ geonames_id, kind: key, item, value, source, source_address, as_of, audience }) => {
    const kind = factKind(key);
    if (!kind) return [];
    const fact = factName(key as FactKey, item);
    return [
      { geonames_id, fact, value: valueAsText(kind, value), source, source_address, date: as_of, audience },
    ];
  });
}
