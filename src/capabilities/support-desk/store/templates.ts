import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Template {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalText;
  readonly body: LocalText;
  readonly version: number;
}

export async function listTemplates(reader: Reader): Promise<Template[]> {
  const rows = await reader.selectFrom('support_desk.template').selectAll().orderBy('slug').execute();
  return rows.map(templateOf);
}

export async function findTemplate(reader: Reader, slug: string): Promise<Template | undefined> {
  const row = await reader
    .selectFrom('support_desk.template')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && templateOf(row);
}

export async function lockTemplate(tx: Tx, slug: string): Promise<Template | undefined> {
  const row = await tx
    .selectFrom('support_desk.template')
    .selectAll()
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  return row && templateOf(row);
}

export interface TemplateText {
  readonly title: LocalText;
  readonly body: LocalText;
}

export async function insertTemplate(
  tx: Tx,
  template: TemplateText & { readonly id: string; readonly slug: string; readonly by: string | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('support_desk.template')
    .values({
      id: template.id,
      slug: template.slug,
      title: JSON.stringify(template.title),
      body: JSON.stringify(template.body),
      edited_by: template.by,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function reviseTemplate(
  tx: Tx,
  before: Template,
  text: TemplateText,
  by: string | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('support_desk.template')
    .set({
      title: JSON.stringify(text.title),
      body: JSON.stringify(text.body),
      version: before.version + 1,
      edited_by: by,
      edited_at: now,
    })
    .where('id', '=', before.id)
    .execute();
}

function templateOf(row: {
  id: string;
  slug: string;
  title: unknown;
  body: unknown;
  version: number;
}): Template {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title as LocalText,
    body: row.body as LocalText,
    version: row.version,
  };
}
