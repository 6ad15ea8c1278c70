import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import type { CityEngagement } from '../../../edition/schema/forums.ts';
import { parsePartialDate } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { citeEdition } from '../../library/index.ts';
import type { NewEngagement, RecordReference } from '../rules/engagement.ts';
import { dropStaleEngagements, loadEngagementRows } from '../store/engagements.ts';

/** An engagement shown by a capability's record that ships with the edition. Its sources are those of the record. */
export interface ShownEngagement extends NewEngagement {
  /** `stableId('engagement', …)`. */
  readonly id: string;
  readonly record: RecordReference;
}

/** Brings the engagements that a capability's edition records show; for every start: writes only what changed. */
export async function loadEngagements(
  tx: Tx,
  capability: string,
  engagements: readonly ShownEngagement[],
): Promise<void> {
  await loadEngagementRows(tx, engagements);
  const ids = engagements.map(({ id }) => id);
  await dropStaleEngagements(tx, capability, ids);
}

/**
 * The same for the edition's engagements of their own.
 * @param cities the edition's cities, by which the records name theirs
 */
export async function loadCityEngagements(
  tx: Tx,
  records: readonly CityEngagement[],
  cities: readonly { readonly id: string; readonly geonamesId: number }[],
): Promise<void> {
  const geonamesIds = new Map(cities.map((city) => [city.id, city.geonamesId]));
  const engagements = records.map((record) => ({
    sources: record.sources,
    id: stableId('engagement', record.id),
    cityId: cityIdFromGeonames(geonamesIds.get(record.city) ?? 0),
    kind: record.kind,
    when: onDate(record.date),
    object: record.title,
    record: null,
    visibility: 'public' as const,
    inferred: record.inferred,
    remark: record.remark,
  }));
  await loadEngagementRows(tx, engagements);
  const ids = engagements.map(({ id }) => id);
  await dropStaleEngagements(tx, null, ids);
  const cited = engagements.map(({ id, object, cityId, sources }) => {
    return { id, sources, label: object, path: `/cities/${cityId}` };
  });
  await citeEdition(tx, 'city-registry', 'engagement', cited);
}

/** What happened on one day, or in one month or year. */
function onDate(date: string): NewEngagement['when'] {
  const on = parsePartialDate(date) ?? null;
  return { from: on, fromCertainty: 'stated', to: on, toCertainty: 'stated', lastListed: null };
}
