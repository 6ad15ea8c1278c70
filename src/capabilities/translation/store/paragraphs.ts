import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/atomically.ts';

interface StandingParagraph {
  readonly id: string;
  readonly source: string;
  readonly beforeId: string | null;
  readonly hasRendering: boolean;
}

/** The paragraphs of a text as they stand, in order. */
export async function standingParagraphs(tx: Tx, textId: string): Promise<StandingParagraph[]> {
  return await tx
    .selectFrom('translation.paragraph as p')
    .select((eb) => [
      'p.id',
      'p.source',
      'p.before_id as beforeId',
      eb
        .exists(
          eb.selectFrom('translation.rendering as r').select('r.id').whereRef('r.paragraph_id', '=', 'p.id'),
        )
        .$castTo<boolean>()
        .as('hasRendering'),
    ])
    .where('p.text_id', '=', textId)
    .where('p.ended_at', 'is', null)
    .orderBy('p.place')
    .execute();
}

export async function endParagraphs(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('translation.paragraph')
    .set({ ended_at: sql`clock_timestamp()` })
    .where('id', 'in', ids)
    .execute();
}

export async function moveParagraph(tx: Tx, id: string, place: number): Promise<void> {
  await tx.updateTable('translation.paragraph').set({ place }).where('id', '=', id).execute();
}

interface NewParagraph {
  readonly id: string;
  readonly textId: string;
  readonly place: number;
  readonly source: string;
  readonly hash: Buffer;
  readonly beforeId: string | null;
}

export async function insertParagraphs(tx: Tx, paragraphs: readonly NewParagraph[]): Promise<void> {
  if (paragraphs.length === 0) return;
  await tx
    .insertInto('translation.paragraph')
    .values(
      paragraphs.map((one) => ({
        id: one.id,
        text_id: one.textId,
        place: one.place,
        source: one.source,
        source_hash: one.hash,
        before_id: one.beforeId,
      })),
    )
    .execute();
}
