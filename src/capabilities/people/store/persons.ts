import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

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

export interface Settings {
  readonly language: Language;
  readonly timeZone: string;
}

export async function getSettings(reader: Reader, personId: string): Promise<Settings> {
  const row = await reader
    .selectFrom('people.person')
    .select(['preferred_language', 'time_zone'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { language: row.preferred_language as Language, timeZone: row.time_zone };
}

export async function saveSettings(tx: Tx, personId: string, settings: Settings): Promise<void> {
  await tx
    .updateTable('people.person')
    .set({ preferred_language: settings.language, time_zone: settings.timeZone })
    .where('id', '=', personId)
    .execute();
}

export async function insertPerson(
  tx: Tx,
  person: { readonly id: string; readonly name: string; readonly language: Language },
): Promise<void> {
  await tx
    .insertInto('people.person')
    .values({ id: person.id, name: person.name, preferred_language: person.language, visibility: 'staff' })
    .execute();
}

/** False when somebody has it already. */
export async function insertAddress(tx: Tx, personId: string, address: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people.email_address')
    .values({ address, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whose address it is, as far as the reader may know. */
export async function findPersonByAddress(reader: Reader, address: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('people.email_address')
    .select('person_id')
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst();
  return row?.person_id;
}

/** Whom a letter goes to; without a name where the address stands for itself. */
export interface LetterTo {
  readonly personId: string | null;
  readonly name: string | null;
  readonly address: string;
  readonly language: Language | null;
}

/**
 * Where mail about a city's matter goes instead of to an address known from before: an address of somebody who used to act for
 * the city stands for those who do on that day (nobody when there are none), any other for itself.
 */
export async function lettersFor(
  reader: Reader,
  to: { readonly cityId: string; readonly address: string; readonly day: CalendarDate },
): Promise<LetterTo[]> {
  const { rows } = await sql<LetterTo>`select person_id as "personId", name, address, language
    from people.letters_for(${to.cityId}, ${to.address}, ${to.day}::date)`.execute(reader);
  return rows;
}
