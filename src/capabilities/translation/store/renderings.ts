import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Origin } from '../rules/translated.ts';
import type { Subject } from './texts.ts';

interface NewRendering {
  readonly id: string;
  readonly paragraphId: string;
  readonly number: number;
  readonly text: string;
  readonly origin: Origin;
  readonly byPerson: string | null;
}

export async function insertRenderings(tx: Tx, renderings: readonly NewRendering[]): Promise<void> {
  if (renderings.length === 0) return;
  await tx
    .insertInto('translation.rendering')
    .values(
      renderings.map((one) => ({
        id: one.id,
        paragraph_id: one.paragraphId,
        number: one.number,
        text: one.text,
        origin: one.origin,
        by_person: one.byPerson,
      })),
    )
    .execute();
}

/** Two who write the same paragraph wait for each other. */
export async function lockText(tx: Tx, textId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`translation ${textId}`}, 0))`.execute(tx);
}

export async function insertReviews(
  tx: Tx,
  renderingIds: readonly string[],
  personId: string,
): Promise<void> {
  if (renderingIds.length === 0) return;
  await tx
    .insertInto('translation.review')
    .values(renderingIds.map((id) => ({ rendering_id: id, by_person: personId })))
    .execute();
}

export async function insertObjection(
  tx: Tx,
  objection: { id: string; renderingId: string; why: string; byPerson: string },
): Promise<void> {
  await tx
    .insertInto('translation.objection')
    .values({
      id: objection.id,
      rendering_id: objection.renderingId,
      why: objection.why,
      by_person: objection.byPerson,
    })
    .execute();
}

/** How the same paragraph was translated elsewhere and reviewed, by the hash of the source in hex. */
export async function reviewedElsewhere(
  reader: Reader,
  hashes: readonly Buffer[],
  from: Language,
  to: Language,
): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: string; text: string }>`
    select distinct on (p.source_hash) encode(p.source_hash, 'hex') as hash, r.text
    from translation.paragraph p join translation.text t on t.id = p.text_id
    join translation.rendering r on r.paragraph_id = p.id join translation.review v on v.rendering_id = r.id
    where p.source_hash = any (${hashes}::bytea[]) and t.source_language = ${from} and t.target_language = ${to}
    order by p.source_hash, v.at desc`.execute(reader);
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}

/** Lets somebody outside the secretariat read the texts of one record. */
export async function insertReader(tx: Tx, subject: Subject, personId: string): Promise<void> {
  await tx
    .insertInto('translation.reader')
    .values({ subject_kind: subject.kind, subject_id: subject.id, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
