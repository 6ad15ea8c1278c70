import { sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Term } from '../rules/glossary.ts';

/** The terms in use, by their English word. */
export async function listTerms(reader: Reader): Promise<Term[]> {
  const rows = await reader
    .selectFrom('translation.term')
    .select(['id', 'words', 'note', 'version'])
    .where('retired_at', 'is', null)
    .orderBy(sql`lower(words ->> 'en')`)
    .execute();
  return rows.map((row) => ({ ...row, words: row.words as unknown as LocalText }));
}

export async function lockTerm(tx: Tx, id: string): Promise<Term | undefined> {
  const row = await tx
    .selectFrom('translation.term')
    .select(['id', 'words', 'note', 'version'])
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, words: row.words as unknown as LocalText };
}

export async function findTermBy(tx: Tx, english: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('translation.term')
    .select('id')
    .where(sql`lower(words ->> 'en')`, '=', english.toLowerCase())
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

interface TermSaid {
  readonly id: string;
  readonly words: LocalText;
  readonly note: string;
  readonly byPerson: string | null;
}

export async function insertTerm(tx: Tx, term: TermSaid): Promise<void> {
  await tx
    .insertInto('translation.term')
    .values({ id: term.id, words: JSON.stringify(term.words), note: term.note, by_person: term.byPerson })
    .execute();
}

export async function updateTerm(tx: Tx, term: TermSaid): Promise<void> {
  await tx
    .updateTable('translation.term')
    .set({
      words: JSON.stringify(term.words),
      note: term.note,
      by_person: term.byPerson,
      changed_at: sql`clock_timestamp()`,
      version: sql`version + 1`,
    })
    .where('id', '=', term.id)
    .execute();
}

export async function retireTerm(tx: Tx, id: string, byPerson: string | null): Promise<void> {
  await tx
    .updateTable('translation.term')
    .set({ retired_at: sql`clock_timestamp()`, by_person: byPerson })
    .where('id', '=', id)
    .execute();
}
