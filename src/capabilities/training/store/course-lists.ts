import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { SomeText } from '../rules/some-text.ts';
import { type Course, courseColumns, courseOf } from './courses.ts';

/** A course on a list: without what stands in it. */
export interface ListedCourse extends Course {
  readonly title: SomeText;
  readonly summary: SomeText;
  readonly languages: readonly Language[];
  readonly topics: readonly string[];
  readonly minutes: number;
  readonly certifies: boolean;
  readonly modules: number;
}

type Listing = Pick<
  ListedCourse,
  'title' | 'summary' | 'languages' | 'topics' | 'minutes' | 'certifies' | 'modules'
>;
const listed = sql<Listing>`(v.content - 'modules') || jsonb_build_object('modules', jsonb_array_length(v.content->'modules'))`;

/** What is on offer, the newest first. */
export async function listOffered(reader: Reader): Promise<ListedCourse[]> {
  const rows = await reader
    .selectFrom('training.course as c')
    .innerJoin('training.course_version as v', (join) =>
      join.onRef('v.course_id', '=', 'c.id').onRef('v.number', '=', 'c.current_version'),
    )
    .select([...courseColumns, listed.as('listing')])
    .where('c.stage', '=', 'open')
    .orderBy('c.opened_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...courseOf(row), ...row.listing }));
}

/** Every course as its authors see it, the last changed first. */
export async function listDrafts(
  reader: Reader,
): Promise<(ListedCourse & { changedAt: Date; learners: number; completed: number })[]> {
  const rows = await reader
    .selectFrom('training.course as c')
    .innerJoin('training.course_draft as v', 'v.course_id', 'c.id')
    .select((eb) => [
      ...courseColumns,
      'v.changed_at',
      listed.as('listing'),
      eb
        .selectFrom('training.learning as l')
        .whereRef('l.course_id', '=', 'c.id')
        .where('l.proven_at', 'is not', null)
        .select(
          sql<{
            learners: number;
            completed: number;
          }>`jsonb_build_object('learners', count(*), 'completed', count(l.completed_at))`.as('n'),
        )
        .as('counts'),
    ])
    .orderBy('v.changed_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...courseOf(row),
    ...row.listing,
    changedAt: row.changed_at,
    learners: row.counts?.learners ?? 0,
    completed: row.counts?.completed ?? 0,
  }));
}
