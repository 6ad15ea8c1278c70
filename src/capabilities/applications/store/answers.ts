import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { DB } from '../../../platform/database/schema.generated.ts';
import type { AnswerVersion, CurrentAnswers, KnownFrom, Origin } from '../rules/application.ts';
import type { Answer } from '../rules/others.ts';

function fromRow(row: Selectable<DB['applications.answer']>): AnswerVersion {
  return {
    questionKey: row.question_key,
    version: row.version,
    value: row.value as Answer | null,
    origin: row.origin as Origin,
    source: row.source as KnownFrom | null,
    byName: row.by_name,
    at: row.at,
    formVersionId: row.form_version_id,
  };
}

/** What is said now: of each question the highest version. */
export async function currentAnswers(reader: Reader, partId: string): Promise<CurrentAnswers> {
  const rows = await reader
    .selectFrom('applications.answer')
    .selectAll()
    .distinctOn('question_key')
    .where('part_id', '=', partId)
    .orderBy('question_key')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.question_key, fromRow(row)]));
}

export interface NewAnswer {
  readonly partId: string;
  readonly applicationId: string;
  readonly formVersionId: string;
  readonly questionKey: string;
  readonly version: number;
  readonly value: Answer | null;
  readonly origin: Origin;
  readonly source?: KnownFrom | null;
  readonly personId: string | null;
  readonly invitationId: string | null;
  readonly byName: string;
}

/** Adds one version. False when somebody else wrote that version first: theirs stands, and yours is shown beside it. */
export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<boolean> {
  const row = await tx
    .insertInto('applications.answer')
    .values({
      part_id: answer.partId,
      application_id: answer.applicationId,
      form_version_id: answer.formVersionId,
      question_key: answer.questionKey,
      version: answer.version,
      value: answer.value === null ? null : JSON.stringify(answer.value),
      origin: answer.origin,
      source: answer.source ? JSON.stringify(answer.source) : null,
      person_id: answer.personId,
      invitation_id: answer.invitationId,
      by_name: answer.byName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** Every version of one answer, the newest first. */
export async function listVersions(
  reader: Reader,
  partId: string,
  questionKey: string,
  limit = 100,
): Promise<AnswerVersion[]> {
  const rows = await reader
    .selectFrom('applications.answer')
    .selectAll()
    .where('part_id', '=', partId)
    .where('question_key', '=', questionKey)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many versions each question has, for the list of what was changed. */
export async function countVersions(
  reader: Reader,
  partId: string,
): Promise<{ questionKey: string; versions: number; lastAt: Date; byName: string }[]> {
  const { rows } = await sql<{ question_key: string; versions: number; last_at: Date; by_name: string }>`
    select question_key, count(*)::int as versions, max(at) as last_at,
      (array_agg(by_name order by version desc))[1] as by_name
    from applications.answer where part_id = ${partId} group by question_key order by max(at) desc`.execute(
    reader,
  );
  return rows.map((row) => ({
    questionKey: row.question_key,
    versions: row.versions,
    lastAt: row.last_at,
    byName: row.by_name,
  }));
}

/** What one version said; null for nothing, also before the first. */
export async function valueAt(
  reader: Reader,
  partId: string,
  questionKey: string,
  version: number,
): Promise<Answer | null> {
  const row = await reader
    .selectFrom('applications.answer')
    .select('value')
    .where('part_id', '=', partId)
    .where('question_key', '=', questionKey)
    .where('version', '=', version)
    .executeTakeFirst();
  return (row?.value as Answer | null | undefined) ?? null;
}
