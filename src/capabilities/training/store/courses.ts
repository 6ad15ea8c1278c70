import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Content } from '../rules/content.ts';

export type CourseStage = 'draft' | 'open' | 'closed';

export interface Course {
  readonly id: string;
  readonly slug: string;
  readonly sourceLanguage: Language;
  readonly stage: CourseStage;
  readonly currentVersion: number | null;
}

export interface Draft extends Course {
  readonly content: Content;
  readonly version: number;
}

/** A course as it was published under a number. */
export interface OfferedCourse extends Course {
  readonly versionId: string;
  readonly number: number;
  readonly content: Content;
  readonly publishedAt: Date;
}

export const courseColumns = ['c.id', 'c.slug', 'c.source_language', 'c.stage', 'c.current_version'] as const;

interface CourseRow {
  readonly id: string;
  readonly slug: string;
  readonly source_language: string;
  readonly stage: string;
  readonly current_version: number | null;
}

export function courseOf(row: CourseRow): Course {
  return {
    id: row.id,
    slug: row.slug,
    sourceLanguage: row.source_language as Language,
    stage: row.stage as CourseStage,
    currentVersion: row.current_version,
  };
}

export async function insertCourse(
  tx: Tx,
  course: { readonly id: string; readonly slug: string; readonly content: Content },
  by: string | null,
): Promise<void> {
  await tx
    .insertInto('training.course')
    .values({
      id: course.id,
      slug: course.slug,
      source_language: course.content.sourceLanguage,
      created_by: by,
    })
    .execute();
  await tx
    .insertInto('training.course_draft')
    .values({ course_id: course.id, content: JSON.stringify(course.content), changed_by: by })
    .execute();
}

export async function isSlugTaken(reader: Reader, slug: string): Promise<boolean> {
  const row = await reader
    .selectFrom('training.course')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findDraft(reader: Reader, id: string): Promise<Draft | undefined> {
  const row = await reader
    .selectFrom('training.course as c')
    .innerJoin('training.course_draft as d', 'd.course_id', 'c.id')
    .select([...courseColumns, 'd.content', 'd.version'])
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row && { ...courseOf(row), content: row.content as unknown as Content, version: row.version };
}

/** The draft, held until the transaction ends. */
export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  await sql`select 1 from training.course_draft where course_id = ${id} for update`.execute(tx);
  return await findDraft(tx, id);
}

export async function saveDraft(tx: Tx, id: string, content: Content, by: string | null): Promise<void> {
  await tx
    .updateTable('training.course_draft')
    .set({
      content: JSON.stringify(content),
      changed_by: by,
      changed_at: sql`clock_timestamp()`,
      version: sql`version + 1`,
    })
    .where('course_id', '=', id)
    .execute();
}

export async function insertVersion(
  tx: Tx,
  version: {
    readonly id: string;
    readonly courseId: string;
    readonly number: number;
    readonly content: Content;
    readonly whatChanged: string | null;
  },
  by: string | null,
): Promise<void> {
  await tx
    .insertInto('training.course_version')
    .values({
      id: version.id,
      course_id: version.courseId,
      number: version.number,
      content: JSON.stringify(version.content),
      what_changed: version.whatChanged,
      published_by: by,
    })
    .execute();
  await tx
    .updateTable('training.course')
    .set({
      stage: 'open',
      current_version: version.number,
      opened_at: sql`coalesce(opened_at, clock_timestamp())`,
    })
    .where('id', '=', version.courseId)
    .execute();
}

export async function markCourse(tx: Tx, id: string, stage: 'open' | 'closed'): Promise<void> {
  await tx.updateTable('training.course').set({ stage }).where('id', '=', id).execute();
}

/** A course by its address, in its current version or the one asked for. */
export async function findOffered(
  reader: Reader,
  which: { readonly slug: string } | { readonly versionId: string },
  number?: number,
): Promise<OfferedCourse | undefined> {
  let query = reader
    .selectFrom('training.course as c')
    .innerJoin('training.course_version as v', 'v.course_id', 'c.id')
    .select([...courseColumns, 'v.id as version_id', 'v.number', 'v.content', 'v.published_at']);
  if ('versionId' in which) query = query.where('v.id', '=', which.versionId);
  else
    query = query
      .where('c.slug', '=', which.slug)
      .where(
        'v.number',
        '=',
        number === undefined ? sql<number>`c.current_version` : sql<number>`${number}::int`,
      );
  const row = await query.executeTakeFirst();
  return (
    row && {
      ...courseOf(row),
      versionId: row.version_id,
      number: row.number,
      content: row.content as unknown as Content,
      publishedAt: row.published_at,
    }
  );
}

export interface PublishedVersion {
  readonly number: number;
  readonly whatChanged: string | null;
  readonly publishedAt: Date;
}

export async function listVersions(reader: Reader, courseId: string): Promise<PublishedVersion[]> {
  return await reader
    .selectFrom('training.course_version')
    .select(['number', 'what_changed as whatChanged', 'published_at as publishedAt'])
    .where('course_id', '=', courseId)
    .orderBy('number', 'desc')
    .execute();
}
