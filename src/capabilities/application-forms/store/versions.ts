import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { FormBody, FormVersion, Section } from '../rules/form.ts';
import type { PublishedForm, Purpose, StoredVersion } from '../rules/stored-form.ts';

/** A version that cities may answer; drafts are not found here. */
export async function findFormVersion(reader: Reader, id: string): Promise<FormVersion | undefined> {
  const row = await versions(reader).where('id', '=', id).where('stage', '=', 'published').executeTakeFirst();
  return row && versionOf(row);
}

/** Published versions of forms not retired, the newest of each form first: what a window's stage may ask. */
export async function listPublishedForms(reader: Reader): Promise<PublishedForm[]> {
  const rows = await reader
    .selectFrom('application_forms.form_version as v')
    .innerJoin('application_forms.form as f', 'f.id', 'v.form_id')
    .select(['v.id', 'v.form_id', 'v.version', 'v.title', 'v.published_at', 'f.purpose', 'f.is_example'])
    .where('v.stage', '=', 'published')
    .where('f.retired_at', 'is', null)
    .orderBy('f.purpose')
    .orderBy('f.slug')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.flatMap((row) =>
    row.published_at
      ? [
          {
            versionId: row.id,
            formId: row.form_id,
            version: row.version,
            title: row.title as LocalText,
            purpose: row.purpose as Purpose,
            isExample: row.is_example,
            publishedAt: row.published_at,
          },
        ]
      : [],
  );
}

export async function listVersions(reader: Reader, formId: string): Promise<StoredVersion[]> {
  const rows = await versions(reader).where('form_id', '=', formId).orderBy('version', 'desc').execute();
  return rows.map(versionOf);
}

export async function findVersion(
  reader: Reader,
  formId: string,
  version: number,
): Promise<StoredVersion | undefined> {
  const row = await versions(reader)
    .where('form_id', '=', formId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && versionOf(row);
}

export async function findDraft(reader: Reader, formId: string): Promise<StoredVersion | undefined> {
  const row = await versions(reader)
    .where('form_id', '=', formId)
    .where('stage', '=', 'draft')
    .executeTakeFirst();
  return row && versionOf(row);
}

export async function lockDraft(tx: Tx, formId: string): Promise<StoredVersion | undefined> {
  const row = await versions(tx)
    .where('form_id', '=', formId)
    .where('stage', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  return row && versionOf(row);
}

interface NewDraft extends FormBody {
  readonly id: string;
  readonly formId: string;
  readonly version: number;
  readonly by: string | null;
}

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  await tx
    .insertInto('application_forms.form_version')
    .values({
      id: draft.id,
      form_id: draft.formId,
      version: draft.version,
      title: JSON.stringify(draft.title),
      sections: JSON.stringify(draft.sections),
      edited_by: draft.by,
    })
    .execute();
}

export async function reviseDraft(
  tx: Tx,
  draft: StoredVersion,
  { title, sections }: FormBody,
  by: string | null,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('application_forms.form_version')
    .set({
      title: JSON.stringify(title),
      sections: JSON.stringify(sections),
      revision: draft.revision + 1,
      edited_by: by,
      edited_at: at,
    })
    .where('id', '=', draft.id)
    .execute();
}

export async function markPublished(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  await tx
    .updateTable('application_forms.form_version')
    .set({ stage: 'published', published_by: by, published_at: at })
    .where('id', '=', id)
    .execute();
}

export async function dropDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('application_forms.form_version').where('id', '=', id).execute();
}

function versions(reader: Reader) {
  return reader.selectFrom('application_forms.form_version').selectAll();
}

interface Row {
  readonly id: string;
  readonly form_id: string;
  readonly version: number;
  readonly title: unknown;
  readonly sections: unknown;
  readonly stage: string;
  readonly revision: number;
  readonly edited_at: Date;
  readonly published_at: Date | null;
  readonly published_by: string | null;
}

function versionOf(row: Row): StoredVersion {
  return {
    id: row.id,
    formId: row.form_id,
    version: row.version,
    title: row.title as LocalText,
    sections: row.sections as Section[],
    stage: row.stage as StoredVersion['stage'],
    revision: row.revision,
    editedAt: row.edited_at,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  };
}
