import { sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Form, Purpose } from '../rules/stored-form.ts';

export interface ListedForm extends Form {
  /** Of the draft, or the newest published version. */
  readonly title: LocalText;
  readonly published: number | null;
  readonly publishedId: string | null;
  readonly draft: number | null;
}

/** All forms, those in use first. */
export async function listForms(reader: Reader): Promise<ListedForm[]> {
  const { rows } = await sql<
    Row & { title: LocalText; published: number | null; published_id: string | null; draft: number | null }
  >`
    select f.*, newest.title, published.version as published, published.id as published_id, draft.version as draft
    from application_forms.form f
    join lateral (select v.title from application_forms.form_version v where v.form_id = f.id order by v.version desc limit 1) newest on true
    left join lateral (select v.version, v.id from application_forms.form_version v where v.form_id = f.id and v.stage = 'published'
      order by v.version desc limit 1) published on true
    left join application_forms.form_version draft on draft.form_id = f.id and draft.stage = 'draft'
    order by f.retired_at is not null, f.is_example, f.created_at desc, f.slug`.execute(reader);
  return rows.map((row) => ({
    ...formOf(row),
    title: row.title,
    published: row.published,
    publishedId: row.published_id,
    draft: row.draft,
  }));
}

export async function findForm(reader: Reader, id: string): Promise<Form | undefined> {
  const row = await reader
    .selectFrom('application_forms.form')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && formOf(row);
}

export async function lockForm(tx: Tx, id: string): Promise<Form | undefined> {
  const row = await tx
    .selectFrom('application_forms.form')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && formOf(row);
}

interface NewForm {
  readonly id: string;
  readonly slug: string;
  readonly purpose: Purpose;
  readonly isExample: boolean;
  readonly by: string | null;
}

/** False when the slug is taken. */
export async function insertForm(tx: Tx, form: NewForm): Promise<boolean> {
  const row = await tx
    .insertInto('application_forms.form')
    .values({
      id: form.id,
      slug: form.slug,
      purpose: form.purpose,
      is_example: form.isExample,
      created_by: form.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markRetired(
  tx: Tx,
  id: string,
  retired: { readonly at: Date; readonly by: string | null; readonly why: string } | null,
): Promise<void> {
  await tx
    .updateTable('application_forms.form')
    .set({
      retired_at: retired?.at ?? null,
      retired_by: retired?.by ?? null,
      why_retired: retired?.why ?? null,
    })
    .where('id', '=', id)
    .execute();
}

interface Row {
  readonly id: string;
  readonly slug: string;
  readonly purpose: string;
  readonly is_example: boolean;
  readonly retired_at: Date | null;
  readonly why_retired: string | null;
}

function formOf(row: Row): Form {
  return {
    id: row.id,
    slug: row.slug,
    purpose: row.purpose as Purpose,
    isExample: row.is_example,
    retiredAt: row.retired_at,
    whyRetired: row.why_retired,
  };
}
