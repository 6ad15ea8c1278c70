import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { FileKind } from '../../../platform/files/index.ts';

/** A document somebody acts by: a letter of appointment, a decree. The bytes are in the file store. */
export interface Paper {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly sha256: string;
}

export async function insertPapers(tx: Tx, requestId: string, papers: readonly Paper[]): Promise<void> {
  if (papers.length === 0) return;
  await tx
    .insertInto('mandates.document')
    .values(papers.map((paper) => ({ ...paper, request_id: requestId })))
    .execute();
}

export async function listPapers(reader: Reader, requestId: string): Promise<Paper[]> {
  const rows = await reader
    .selectFrom('mandates.document')
    .select(['id', 'name', 'kind', 'size', 'sha256'])
    .where('request_id', '=', requestId)
    .orderBy('added_at')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as FileKind }));
}

export interface Vouch {
  readonly personId: string;
  readonly name: string;
  readonly words: string;
  readonly at: Date;
}

/** False when that person has vouched before. */
export async function insertVouch(
  tx: Tx,
  vouch: { readonly requestId: string; readonly personId: string; readonly words: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mandates.vouch')
    .values({ request_id: vouch.requestId, person_id: vouch.personId, words: vouch.words })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function listVouches(reader: Reader, requestId: string): Promise<Vouch[]> {
  return await reader
    .selectFrom('mandates.vouch as v')
    .innerJoin('people.person as p', 'p.id', 'v.person_id')
    .select(['v.person_id as personId', 'p.name', 'v.words', 'v.at'])
    .where('v.request_id', '=', requestId)
    .orderBy('v.at')
    .execute();
}

/** Requests the person has vouched for. */
export async function vouchedBy(reader: Reader, personId: string): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('mandates.vouch')
    .select('request_id')
    .where('person_id', '=', personId)
    .execute();
  return new Set(rows.map((row) => row.request_id));
}
