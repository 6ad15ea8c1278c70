import { sql } from 'kysely';
import { isLanguage, type Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Said } from '../rules/marking.ts';
import type { Attempt } from '../rules/progress.ts';
import type { SomeText } from '../rules/some-text.ts';

/** Somebody who follows a course. */
export interface Learning {
  readonly id: string;
  readonly courseId: string;
  readonly versionId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly cityId: string | null;
  /** They hold a role for the city, or a trainer knows that they work for it. */
  readonly cityKnown: boolean;
  readonly provenAt: Date | null;
  readonly completedAt: Date | null;
  readonly feedbackAt: Date | null;
}

export async function insertLearning(
  tx: Tx,
  learning: Pick<
    Learning,
    'id' | 'courseId' | 'versionId' | 'personId' | 'name' | 'email' | 'language' | 'cityId' | 'cityKnown'
  >,
): Promise<string> {
  await tx
    .insertInto('training.learning')
    .values({
      id: learning.id,
      course_id: learning.courseId,
      version_id: learning.versionId,
      person_id: learning.personId,
      name: learning.name,
      email: learning.email,
      language: learning.language,
      city_id: learning.cityId,
      city_known: learning.cityKnown,
      proven_at: sql`clock_timestamp()`,
    })
    .onConflict((conflict) =>
      conflict.columns(['course_id', 'person_id']).where('person_id', 'is not', null).doNothing(),
    )
    .execute();
  const row = await tx
    .selectFrom('training.learning')
    .select('id')
    .where('course_id', '=', learning.courseId)
    .where('person_id', '=', learning.personId)
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findLearning(reader: Reader, id: string): Promise<Learning | undefined> {
  const row = await reader
    .selectFrom('training.learning')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      courseId: row.course_id,
      versionId: row.version_id,
      personId: row.person_id,
      name: row.name,
      email: row.email,
      language: isLanguage(row.language) ? row.language : 'en',
      cityId: row.city_id,
      cityKnown: row.city_known,
      provenAt: row.proven_at,
      completedAt: row.completed_at,
      feedbackAt: row.feedback_at,
    }
  );
}

export async function markLearning(
  tx: Tx,
  id: string,
  what: 'proven' | 'completed' | 'noted' | 'gave-feedback',
): Promise<boolean> {
  const column = {
    proven: 'proven_at',
    completed: 'completed_at',
    noted: 'noted_at',
    'gave-feedback': 'feedback_at',
  } as const;
  const { numUpdatedRows } = await tx
    .updateTable('training.learning')
    .set({ [column[what]]: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where(column[what], 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Goes over to another version of the same course; what was passed in modules that stayed remains passed. */
export async function changeVersion(tx: Tx, id: string, versionId: string): Promise<void> {
  await tx
    .updateTable('training.learning')
    .set({ version_id: versionId })
    .where('id', '=', id)
    .where('completed_at', 'is', null)
    .execute();
}

export async function insertAttempt(
  tx: Tx,
  attempt: Attempt & { readonly id: string; readonly learningId: string; readonly said: Said },
): Promise<void> {
  await tx
    .insertInto('training.attempt')
    .values({
      id: attempt.id,
      learning_id: attempt.learningId,
      module_id: attempt.moduleId,
      said: JSON.stringify(attempt.said),
      right_count: attempt.right,
      asked_count: attempt.asked,
    })
    .execute();
}

export interface RecordedAttempt extends Attempt {
  readonly id: string;
  readonly said: Said;
}

export async function listAttempts(reader: Reader, learningId: string): Promise<RecordedAttempt[]> {
  const rows = await reader
    .selectFrom('training.attempt')
    .select(['id', 'module_id', 'said', 'right_count', 'asked_count'])
    .where('learning_id', '=', learningId)
    .orderBy('at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    moduleId: row.module_id,
    said: row.said as unknown as Said,
    right: row.right_count,
    asked: row.asked_count,
  }));
}

export interface OwnCourse {
  readonly id: string;
  readonly title: SomeText;
  readonly sourceLanguage: Language;
  readonly startedAt: Date;
  readonly completedAt: Date | null;
}

export async function listOwnCourses(reader: Reader, personId: string): Promise<OwnCourse[]> {
  return await reader
    .selectFrom('training.learning as l')
    .innerJoin('training.course_version as v', 'v.id', 'l.version_id')
    .innerJoin('training.course as c', 'c.id', 'l.course_id')
    .select([
      'l.id',
      sql<SomeText>`v.content->'title'`.as('title'),
      sql<Language>`c.source_language`.as('sourceLanguage'),
      'l.asked_at as startedAt',
      'l.completed_at as completedAt',
    ])
    .where('l.person_id', '=', personId)
    .orderBy('l.asked_at', 'desc')
    .limit(100)
    .execute();
}

/** Whether somebody, by account or proven address, has completed the course. */
export async function hasCompleted(
  reader: Reader,
  courseId: string,
  who: { readonly personId: string | null; readonly email: string },
): Promise<boolean> {
  const row = await reader
    .selectFrom('training.learning')
    .select('id')
    .where('course_id', '=', courseId)
    .where('completed_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb(sql`lower(email)`, '=', who.email.toLowerCase()),
        ...(who.personId ? [eb('person_id', '=', who.personId)] : []),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}
