import { sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface NamedOrganisation {
  readonly id: string;
  readonly name: LocalText;
}

/** Organisations of the register that a donor may be, by name. */
export async function listOrganisations(reader: Reader): Promise<NamedOrganisation[]> {
  const rows = await reader
    .selectFrom('people.organisation')
    .select(['id', 'name'])
    .orderBy(sql`name ->> 'en'`)
    .limit(500)
    .execute();
  return rows.map(({ id, name }) => ({ id, name: name as LocalText }));
}
