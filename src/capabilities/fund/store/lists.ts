import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

/** A published list of countries that a rule may name. */
export interface PublishedList {
  readonly slug: string;
  readonly scheme: string;
  readonly name: string;
  readonly validFrom: string | null;
}

/** Lists of income groups and regions, the newest first. */
export async function listLists(reader: Reader): Promise<PublishedList[]> {
  return await reader
    .selectFrom('city_registry.vintage')
    .select(['slug', 'scheme', 'name', 'valid_from as validFrom'])
    .where('scheme', 'in', ['world-bank-income', 'un-m49'])
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .orderBy('slug')
    .execute();
}

export interface NamedRegion {
  readonly m49: string;
  readonly names: LocalText;
}

/** UN M49 regions and subregions. */
export async function listRegions(reader: Reader): Promise<NamedRegion[]> {
  const rows = await reader
    .selectFrom('city_registry.region')
    .select(['m49', 'names'])
    .where('level', 'in', ['region', 'subregion'])
    .orderBy('level')
    .orderBy('listed_as')
    .execute();
  return rows.map(({ m49, names }) => ({ m49, names: names as LocalText }));
}

/** Revisions of the platform's own definitions, by key. */
export async function listDefinitionRevisions(
  reader: Reader,
): Promise<{ readonly key: string; readonly revision: number; readonly title: LocalText }[]> {
  const rows = await reader
    .selectFrom('city_registry.place_definition')
    .select(['key', 'revision', 'title'])
    .orderBy('key')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, title: row.title as LocalText }));
}

/** Countries of the register, by their codes. */
export async function listCountryCodes(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('city_registry.country').select('iso2').orderBy('iso2').execute();
  return rows.map(({ iso2 }) => iso2);
}
