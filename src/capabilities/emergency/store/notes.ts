import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Audience, NoteNumber } from '../rules/note.ts';

export interface NewNote {
  readonly responseId: string;
  readonly cityId: string;
  readonly on: CalendarDate;
  readonly language: Language;
  readonly body: string;
  readonly needs: string | null;
  readonly numbers: readonly NoteNumber[];
  readonly audience: Audience;
  readonly corrects: string | null;
}

export async function insertNote(
  tx: Tx,
  note: NewNote & { readonly id: string; readonly authorId: string; readonly fromCity: boolean },
): Promise<void> {
  await tx
    .insertInto('emergency.situation_note')
    .values({
      id: note.id,
      response_id: note.responseId,
      city_id: note.cityId,
      on_date: note.on,
      language: note.language,
      body: note.body,
      needs: note.needs,
      numbers: JSON.stringify(note.numbers),
      audience: note.audience,
      from_city: note.fromCity,
      author_id: note.authorId,
      corrects: note.corrects,
    })
    .execute();
}

/** The note to be corrected, with whether another has done so already. */
export async function findNote(
  reader: Reader,
  id: string,
): Promise<{ responseId: string; cityId: string; isCorrected: boolean } | undefined> {
  const row = await reader
    .selectFrom('emergency.situation_note as n')
    .leftJoin('emergency.situation_note as k', 'k.corrects', 'n.id')
    .select(['n.response_id', 'n.city_id', 'k.id as later'])
    .where('n.id', '=', id)
    .executeTakeFirst();
  return row && { responseId: row.response_id, cityId: row.city_id, isCorrected: row.later !== null };
}
