import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { words as say } from '../messages/index.ts';
import { listOrganisations } from './organisations.ts';
import { listPeople } from './people-list.ts';

export interface FoundParty {
  readonly kind: 'person' | 'organisation';
  readonly id: string;
  readonly name: string;
  /** A few words to tell it from others of the name. */
  readonly about: string;
  readonly path: string;
}

/** For the one search box of the workspace: people the reader may see, and organisations, ten of each at most. */
export async function searchPeopleAndOrganisations(
  reader: Reader,
  words: string,
  language: Language,
): Promise<FoundParty[]> {
  const t = say(language);
  const people = await listPeople(reader, { words, limit: 10, offset: 0 });
  const organisations = await listOrganisations(reader, { words, limit: 10, offset: 0 });
  return [
    ...people.map(({ id, name, roles }) => ({
      kind: 'person' as const,
      id,
      name,
      about: roles.map((role) => t(`role.${role}`)).join(', ') || t('person'),
      path: `/workspace/people/${id}`,
    })),
    ...organisations.map(({ id, name, acronym, kind }) => ({
      kind: 'organisation' as const,
      id,
      name: name[language],
      about: [acronym, t(`organisation-kind.${kind}`)].filter(Boolean).join(', '),
      path: `/workspace/organisations/${id}`,
    })),
  ];
}

/** Names of organisations by id, for pages of others. */
export async function listOrganisationNames(
  reader: Reader,
  ids: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('people.organisation')
    .select('id')
    .select(sql<string>`name ->> ${language}`.as('name'))
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
