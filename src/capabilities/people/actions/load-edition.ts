import type { Organisation, Person, Relationship } from '../../../edition/schema/organisations.ts';
import { parsePartialDate } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import {
  bringOrganisations,
  bringPublicPersons,
  replaceOffices,
  replaceRelationships,
  type TenureColumns,
} from '../store/edition.ts';

/** For every start: brings the edition's organisations, writing only what changed and nobody here has edited. */
export async function loadOrganisations(
  tx: Tx,
  _world: World,
  records: readonly Organisation[],
): Promise<void> {
  await bringOrganisations(
    tx,
    records.map(({ id: slug, ...record }) => ({ id: stableId('organisation', slug), slug, ...record })),
  );
}

/**
 * The same for holders of public office.
 * @param cities the edition's cities, by which offices name theirs
 */
export async function loadPersons(
  tx: Tx,
  _world: World,
  records: readonly Person[],
  cities: readonly { readonly id: string; readonly geonamesId: number }[],
): Promise<void> {
  const geonamesIds = new Map(cities.map((city) => [city.id, city.geonamesId]));
  await bringPublicPersons(
    tx,
    records.map(({ id, name }) => ({ id: stableId('person', id), name, visibility: 'public' as const })),
  );
  const offices = records.flatMap((person) =>
    person.offices.map(({ city, office, ...held }) => ({
      id: stableId('office', `${person.id} ${office} ${city} ${held.from ?? ''}`),
      person_id: stableId('person', person.id),
      city_id: cityIdFromGeonames(geonamesIds.get(city) ?? 0),
      office,
      sources: held.sources,
      remark: held.remark,
      ...tenureColumns(held),
    })),
  );
  await replaceOffices(tx, offices);
}

/** The same for what organisations are to the council. Load the organisations first. */
export async function loadRelationships(
  tx: Tx,
  _world: World,
  records: readonly Relationship[],
): Promise<void> {
  await replaceRelationships(
    tx,
    records.map((record) => ({
      id: stableId('relationship', record.id),
      organisation_id: stableId('organisation', record.organisation),
      relation: record.relation,
      object_kind: record.object.kind,
      object_id: 'id' in record.object ? stableId(record.object.kind, record.object.id) : null,
      sources: record.sources,
      inferred: record.inferred,
      remark: record.remark,
      ...tenureColumns(record),
    })),
  );
}

type Tenure = Pick<Relationship, 'from' | 'fromCertainty' | 'to' | 'toCertainty' | 'lastListed'>;

function tenureColumns(tenure: Tenure): TenureColumns {
  const from = parsePartialDate(tenure.from ?? '');
  const to = parsePartialDate(tenure.to ?? '');
  const listed = parsePartialDate(tenure.lastListed ?? '');
  return {
    from_date: from?.date ?? null,
    from_precision: from?.precision ?? null,
    from_certainty: tenure.fromCertainty,
    to_date: to?.date ?? null,
    to_precision: to?.precision ?? null,
    to_certainty: tenure.toCertainty,
    last_listed: listed?.date ?? null,
    last_listed_precision: listed?.precision ?? null,
  };
}
