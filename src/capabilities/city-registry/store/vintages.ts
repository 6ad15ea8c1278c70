import { sql } from 'kysely';
import type { PlaceDefinition, Vintage } from '../../../edition/schema/places.ts';
import { parsePartialDate } from '../../../kernel/calendar-date.ts';
import { stableId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { loadRows } from '../../../platform/database/edition-rows.ts';
import type { Said } from '../rules/classification.ts';

export async function loadVintageRows(tx: Tx, vintages: readonly Vintage[]): Promise<void> {
  const rows = vintages.map((vintage) => {
    const [from, to] = [vintage.validFrom, vintage.validTo].map((date) => date && parsePartialDate(date));
    return {
      id: stableId('vintage', vintage.id),
      slug: vintage.id,
      scheme: vintage.scheme,
      name: vintage.vintage,
      valid_from: from ? from.date : null,
      valid_from_precision: from ? from.precision : null,
      valid_to: to ? to.date : null,
      valid_to_precision: to ? to.precision : null,
      licence: vintage.licence,
      inferred: vintage.inferred,
      remark: json(vintage.remark),
    };
  });
  await loadRows(tx, 'city_registry.vintage', rows);
}

interface NewVintage {
  readonly id: string;
  readonly slug: string;
  readonly scheme: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly licence: string | null;
}

/** @returns false when a list of that name, or one that begins the same day, is there already */
export async function insertVintage(tx: Tx, list: NewVintage): Promise<boolean> {
  const inserted = await tx
    .insertInto('city_registry.vintage')
    .values({
      id: list.id,
      slug: list.slug,
      scheme: list.scheme,
      name: list.name,
      valid_from: list.validFrom,
      valid_from_precision: 'day',
      valid_to: list.validTo,
      valid_to_precision: list.validTo && 'day',
      licence: list.licence,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The given statements take the place of all that their lists said before. */
export async function replaceClassifications(tx: Tx, said: readonly Said[]): Promise<void> {
  const lists = [...new Set(said.map(({ vintageId }) => vintageId))];
  await sql`delete from city_registry.classification where vintage_id = any (${lists}::uuid[])`.execute(tx);
  await sql`insert into city_registry.classification (vintage_id, country, facet, value)
    select * from unnest(${said.map((one) => one.vintageId)}::uuid[], ${said.map((one) => one.country)}::text[],
      ${said.map((one) => one.facet)}::text[], ${said.map((one) => one.value)}::text[])`.execute(tx);
}

export async function loadDefinitionRows(tx: Tx, definitions: readonly PlaceDefinition[]): Promise<void> {
  const rows = definitions.map((definition) => {
    const adopted = parsePartialDate(definition.adopted);
    return {
      id: stableId('place-definition', definition.id),
      slug: definition.id,
      key: definition.key,
      revision: definition.version,
      adopted: adopted?.date ?? definition.adopted,
      adopted_precision: adopted?.precision ?? 'day',
      title: { ...definition.title },
      definition: { ...definition.definition },
      reason: { ...definition.reason },
      rule: json(definition.rule),
      inferred: definition.inferred,
      remark: json(definition.remark),
    };
  });
  await loadRows(tx, 'city_registry.place_definition', rows);
}

/** A plain copy, as the database's JSON type wants it. */
function json<T extends object>(value: T | null) {
  return value && { ...value };
}
