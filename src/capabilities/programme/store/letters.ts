import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly version: number;
}

/** The activity's own words, in the languages in which somebody wrote them. */
export async function listLetters(reader: Reader, activityId: string): Promise<Letter[]> {
  const rows = await reader
    .selectFrom('programme.letter')
    .select(['language', 'subject', 'body', 'version'])
    .where('activity_id', '=', activityId)
    .execute();
  return rows as Letter[];
}

/** False when somebody else wrote since that version; 0 means that nobody had. */
export async function saveLetter(
  tx: Tx,
  activityId: string,
  letter: Omit<Letter, 'version'>,
  seen: number,
  by: string | null,
): Promise<boolean> {
  const words = { subject: letter.subject, body: letter.body, written_by: by };
  if (seen === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('programme.letter')
      .values({ activity_id: activityId, language: letter.language, ...words })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('programme.letter')
    .set({ ...words, version: sql`version + 1`, written_at: sql<Date>`clock_timestamp()` })
    .where('activity_id', '=', activityId)
    .where('language', '=', letter.language)
    .where('version', '=', seen)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
