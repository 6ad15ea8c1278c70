import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { words as say } from '../messages/index.ts';
import { listOrganisations } from '../store/organisations.ts';
import { listPeople } from '../store/people-list.ts';

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
