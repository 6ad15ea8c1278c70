import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Paragraph, TranslatedText } from '../rules/translated.ts';

/** The record that texts are of: an application, say. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

interface TextRow extends Omit<TranslatedText, 'paragraphs'> {
  readonly paragraphs: readonly (Omit<Paragraph, 'rendering'> & { rendering: RenderingJson | null })[];
}
type RenderingJson = Omit<NonNullable<Paragraph['rendering']>, 'at' | 'reviewedAt'> & {
  readonly at: string;
  readonly reviewedAt: string | null;
};

/** The texts of a record as the reader may see them, in their order, with the newest rendering of each paragraph. */
export async function textsOf(reader: Reader, subject: Subject): Promise<TranslatedText[]> {
  return await readTexts(reader, sql`t.subject_kind = ${subject.kind} and t.subject_id = ${subject.id}`);
}

export async function findText(reader: Reader, id: string): Promise<TranslatedText | undefined> {
  return (await readTexts(reader, sql`t.id = ${id}`))[0];
}

async function readTexts(reader: Reader, which: ReturnType<typeof sql>): Promise<TranslatedText[]> {
  const { rows } = await sql<TextRow>`
    select t.id, t.key, t.asked, t.city_id as "cityId", t.source_language as "sourceLanguage",
      t.target_language as "targetLanguage", t.version,
      coalesce((select json_agg(json_build_object('id', p.id, 'source', p.source,
        'rendering', (select json_build_object('id', r.id, 'number', r.number, 'text', r.text, 'origin', r.origin,
            'byPerson', r.by_person, 'byName', who.name, 'at', r.at, 'reviewedAt', v.at,
            'objections', coalesce((select json_agg(o.why order by o.at) from translation.objection o where o.rendering_id = r.id), '[]'))
          from translation.rendering r left join translation.review v on v.rendering_id = r.id
          left join people.person who on who.id = r.by_person
          where r.paragraph_id = p.id order by r.number desc limit 1),
        'before', (select json_build_object('source', b.source, 'text', r.text) from translation.paragraph b
          join translation.rendering r on r.paragraph_id = b.id where b.id = p.before_id order by r.number desc limit 1))
        order by p.place) from translation.paragraph p where p.text_id = t.id and p.ended_at is null), '[]') as paragraphs
    from translation.text t where ${which} order by t.place, t.key`.execute(reader);
  return rows.map((row) => ({
    ...row,
    paragraphs: row.paragraphs.map((paragraph) => ({
      ...paragraph,
      rendering: paragraph.rendering && {
        ...paragraph.rendering,
        at: new Date(paragraph.rendering.at),
        reviewedAt: paragraph.rendering.reviewedAt ? new Date(paragraph.rendering.reviewedAt) : null,
      },
    })),
  }));
}

/** The record that a text is of. */
export async function subjectOf(reader: Reader, textId: string): Promise<Subject | undefined> {
  return await reader
    .selectFrom('translation.text')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('id', '=', textId)
    .executeTakeFirst();
}

export interface SourceText {
  readonly key: string;
  readonly place: number;
  readonly asked: string;
  readonly language: Language;
  readonly text: string;
}

interface KeptText {
  readonly id: string;
  readonly asked: string;
  readonly place: number;
  readonly source_language: string;
}

/** Locked, so that two keepers of one record wait for each other. */
export async function lockTexts(tx: Tx, subject: Subject, target: Language): Promise<Map<string, KeptText>> {
  const rows = await tx
    .selectFrom('translation.text')
    .select(['id', 'key', 'asked', 'place', 'source_language'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('target_language', '=', target)
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

export async function insertText(
  tx: Tx,
  text: SourceText & { id: string; subject: Subject; cityId: string | null; target: Language },
): Promise<void> {
  await tx
    .insertInto('translation.text')
    .values({
      id: text.id,
      subject_kind: text.subject.kind,
      subject_id: text.subject.id,
      key: text.key,
      place: text.place,
      asked: text.asked,
      city_id: text.cityId,
      source_language: text.language,
      target_language: text.target,
    })
    .execute();
}

export async function markKeptAnew(
  tx: Tx,
  id: string,
  { place, asked, language }: SourceText,
): Promise<void> {
  await tx
    .updateTable('translation.text')
    .set({
      place,
      asked,
      source_language: language,
      version: sql`version + 1`,
      kept_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute();
}
