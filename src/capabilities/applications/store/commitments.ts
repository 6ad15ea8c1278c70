import { type Selectable, sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { DB } from '../../../platform/database/schema.generated.ts';
import type { Answers, StageKey } from '../rules/others.ts';

/** What a city submitted at a stage, word for word. */
export interface Commitment {
  readonly id: string;
  readonly applicationId: string;
  readonly partId: string;
  readonly windowId: string;
  readonly cityId: string;
  readonly stage: StageKey;
  readonly formVersionId: string;
  readonly language: Language;
  readonly answers: Answers;
  readonly manifest: string;
  readonly manifestSha256: string;
  /** The salted commitment that stands in the public log. */
  readonly commitment: string;
  readonly leafIndex: number;
  readonly committedAt: Date;
  readonly personId: string;
  readonly byName: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: string | null;
}

function fromRow(row: Selectable<DB['applications.commitment']>): Commitment {
  return {
    id: row.id,
    applicationId: row.application_id,
    partId: row.part_id,
    windowId: row.window_id,
    cityId: row.city_id,
    stage: row.stage as StageKey,
    formVersionId: row.form_version_id,
    language: row.language as Language,
    answers: row.answers as Answers,
    manifest: row.manifest,
    manifestSha256: row.manifest_sha256,
    commitment: row.commitment,
    leafIndex: Number(row.leaf_index),
    committedAt: row.committed_at,
    personId: row.person_id,
    byName: row.by_name,
    withdrawnAt: row.withdrawn_at,
    withdrawnWhy: row.withdrawn_why,
  };
}

export async function insertCommitment(
  tx: Tx,
  made: Omit<Commitment, 'withdrawnAt' | 'withdrawnWhy'>,
): Promise<void> {
  await tx
    .insertInto('applications.commitment')
    .values({
      id: made.id,
      application_id: made.applicationId,
      part_id: made.partId,
      window_id: made.windowId,
      city_id: made.cityId,
      stage: made.stage,
      form_version_id: made.formVersionId,
      language: made.language,
      answers: JSON.stringify(made.answers),
      manifest: made.manifest,
      manifest_sha256: made.manifestSha256,
      commitment: made.commitment,
      leaf_index: BigInt(made.leafIndex),
      committed_at: made.committedAt,
      person_id: made.personId,
      by_name: made.byName,
    })
    .execute();
}

/** The one that stands, if any. */
export async function findCommitment(reader: Reader, partId: string): Promise<Commitment | undefined> {
  const row = await reader
    .selectFrom('applications.commitment')
    .selectAll()
    .where('part_id', '=', partId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** What stands in a window at a stage, or of one application at its latest stage. */
export async function listCommitments(
  reader: Reader,
  wanted: { readonly windowId: string; readonly stage: StageKey } | { readonly applicationId: string },
): Promise<Commitment[]> {
  let query = reader
    .selectFrom('applications.commitment')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('committed_at', 'desc');
  query =
    'windowId' in wanted
      ? query.where('window_id', '=', wanted.windowId).where('stage', '=', wanted.stage)
      : query.where('application_id', '=', wanted.applicationId);
  return (await query.execute()).map(fromRow);
}

export async function markWithdrawn(
  tx: Tx,
  id: string,
  by: { readonly personId: string; readonly why: string | null },
): Promise<void> {
  await tx
    .updateTable('applications.commitment')
    .set({
      withdrawn_at: sql<Date>`clock_timestamp()`,
      withdrawn_by: by.personId,
      withdrawn_why: by.why,
    })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** The salt that opens the commitment in the public log; absent once it was erased. */
export async function findSalt(reader: Reader, commitmentId: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{
    salt: Buffer;
  }>`select salt from public_log.salt where id = ${commitmentId}`.execute(reader);
  return rows[0]?.salt;
}
