import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { ResourceKind } from '../rules/freshness.ts';

export interface ResourceSaid {
  readonly kind: ResourceKind;
  readonly title: string;
  readonly what: string;
  readonly offeredBy: string;
  readonly contact: string | null;
  readonly address: string | null;
  readonly librarySource: string | null;
  readonly languages: readonly string[];
  readonly validUntil: CalendarDate | null;
}

interface Checked {
  readonly checkedOn: CalendarDate;
  readonly checkedBy: string;
}

function columns(said: ResourceSaid & Checked) {
  return {
    kind: said.kind,
    title: said.title,
    what: said.what,
    offered_by: said.offeredBy,
    contact: said.contact,
    address: said.address,
    library_source: said.librarySource,
    languages: [...said.languages],
    valid_until: said.validUntil,
    checked_on: said.checkedOn,
    checked_by: said.checkedBy,
  };
}

export async function insertResource(
  tx: Tx,
  added: ResourceSaid & Checked & { readonly id: string; readonly responseId: string },
): Promise<void> {
  await tx
    .insertInto('emergency.resource')
    .values({ id: added.id, response_id: added.responseId, ...columns(added) })
    .execute();
}

export async function changeResource(tx: Tx, id: string, said: ResourceSaid & Checked): Promise<void> {
  await tx
    .updateTable('emergency.resource')
    .set({ ...columns(said), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

interface StoredResource extends ResourceSaid {
  readonly id: string;
  readonly responseId: string;
  readonly version: number;
}

export async function lockResource(tx: Tx, id: string): Promise<StoredResource | undefined> {
  const row = await tx
    .selectFrom('emergency.resource')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      responseId: row.response_id,
      kind: row.kind as ResourceKind,
      title: row.title,
      what: row.what,
      offeredBy: row.offered_by,
      contact: row.contact,
      address: row.address,
      librarySource: row.library_source,
      languages: row.languages,
      validUntil: row.valid_until as CalendarDate | null,
      version: row.version,
    }
  );
}

/** Notes a look: what still works is dated anew, what is gone leaves the page. */
export async function noteCheck(
  tx: Tx,
  check: Checked & {
    readonly id: string;
    readonly resourceId: string;
    readonly found: 'works' | 'gone';
    readonly remark: string | null;
    readonly now: Date;
  },
): Promise<void> {
  await tx
    .insertInto('emergency.resource_check')
    .values({
      id: check.id,
      resource_id: check.resourceId,
      on_date: check.checkedOn,
      by_person: check.checkedBy,
      found: check.found,
      remark: check.remark,
    })
    .execute();
  await tx
    .updateTable('emergency.resource')
    .set({
      checked_on: check.checkedOn,
      checked_by: check.checkedBy,
      withdrawn_at: check.found === 'gone' ? check.now : null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', check.resourceId)
    .execute();
}

export interface PastCheck {
  readonly resourceId: string;
  readonly title: string;
  readonly on: CalendarDate;
  readonly by: string;
  readonly found: 'works' | 'gone';
  readonly remark: string | null;
}

/** The latest looks at the resources of a response. */
export async function listChecks(reader: Reader, responseId: string): Promise<PastCheck[]> {
  const { rows } =
    await sql<PastCheck>`select c.resource_id as "resourceId", s.title, c.on_date as "on", p.name as by, c.found, c.remark
    from emergency.resource_check c join emergency.resource s on s.id = c.resource_id left join people.person p on p.id = c.by_person
    where s.response_id = ${responseId} order by c.at desc limit 20`.execute(reader);
  return rows;
}

export async function isLibrarySource(reader: Reader, slug: string): Promise<boolean> {
  const row = await reader
    .selectFrom('library.source')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row !== undefined;
}
