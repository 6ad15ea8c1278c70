import type { Language } from '../../../kernel/language.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

interface Contact {
  readonly name: string;
  readonly language: Language;
  readonly addresses: readonly string[];
}

/** How to write to a person, as far as the reader may know. */
export async function getContact(reader: Reader, personId: string): Promise<Contact> {
  const rows = await reader
    .selectFrom('people.person as p')
    .leftJoin('people.email_address as e', 'e.person_id', 'p.id')
    .select(['p.name', 'p.preferred_language', 'e.address'])
    .where('p.id', '=', personId)
    .orderBy('e.added_at')
    .execute();
  const [first] = rows;
  if (!first) throw notFound();
  return {
    name: first.name,
    language: first.preferred_language as Language,
    addresses: rows.flatMap((row) => row.address ?? []),
  };
}

export async function findPersonName(reader: Reader, personId: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('people.person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.name;
}
