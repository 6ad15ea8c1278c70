import type { Reader } from '../../../platform/database/atomically.ts';
import type { FactValues, NeedsAndCapacities } from '../rules/fact.ts';
import { isTopic } from '../rules/topics.ts';

/**
 * What cities need and can teach, topic by topic; of all cities when none are named. What a city keeps to itself is left out
 * even for its own people and the worker: what comes of this is seen by others. A city without any has no row.
 */
export async function needsAndCapacities(
  reader: Reader,
  cityIds?: readonly string[],
): Promise<NeedsAndCapacities[]> {
  if (cityIds?.length === 0) return [];
  let query = reader
    .selectFrom('city_record.fact')
    .select(['city_id', 'kind', 'item', 'value', 'said_at', 'confirmed_at'])
    .where('kind', 'in', ['need', 'capacity'])
    .where('value', 'is not', null)
    .where('audience', '<>', 'city')
    .orderBy('city_id')
    .orderBy('item');
  if (cityIds) query = query.where('city_id', 'in', [...cityIds]);
  const byCity = new Map<
    string,
    { needs: NeedsAndCapacities['needs'][number][]; capacities: NeedsAndCapacities['capacities'][number][] }
  >();
  for (const { city_id, kind, item, value, said_at, confirmed_at } of await query.execute()) {
    if (!isTopic(item)) continue;
    const city = byCity.get(city_id) ?? { needs: [], capacities: [] };
    byCity.set(city_id, city);
    const said = { topic: item, saidAt: said_at, confirmedAt: confirmed_at };
    if (kind === 'need') city.needs.push({ ...(value as unknown as FactValues['need']), ...said });
    else city.capacities.push({ ...(value as unknown as FactValues['capacity']), ...said });
  }
  return [...byCity].map(([cityId, topics]) => ({ cityId, ...topics }));
}
