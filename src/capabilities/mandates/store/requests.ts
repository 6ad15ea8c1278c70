import { type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { MandatesRequest } from '../../../platform/database/schema.generated.ts';
import type { Asked, DocumentKind, MandateRequest, Stage } from '../rules/request.ts';
import type { CityRole, Term } from '../rules/terms.ts';

export async function listTerms(reader: Reader): Promise<Term[]> {
  const rows = await reader.selectFrom('mandates.term').selectAll().orderBy('role').execute();
  return rows.map((row) => ({
    role: row.role as CityRole,
    longestMonths: row.longest_months,
    staffNeeded: row.staff_needed,
  }));
}

interface NewRequest extends Asked {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly kind: MandateRequest['kind'];
  readonly stage: 'unproven' | 'waiting';
  readonly personId?: string | null;
  readonly proposedBy?: string | null;
  readonly renews?: string | null;
}

export async function insertRequest(tx: Tx, asked: NewRequest): Promise<void> {
  await tx
    .insertInto('mandates.request')
    .values({
      id: asked.id,
      token_hash: asked.tokenHash,
      kind: asked.kind,
      city_id: asked.cityId,
      role: asked.role,
      name: asked.name,
      email: asked.email,
      language: asked.language,
      from_date: asked.from,
      to_date: asked.to,
      document_kind: asked.documentKind,
      why: asked.why,
      person_id: asked.personId ?? null,
      proposed_by: asked.proposedBy ?? null,
      renews: asked.renews ?? null,
      stage: asked.stage,
      proven_at: asked.stage === 'waiting' ? sql<Date>`clock_timestamp()` : null,
    })
    .execute();
}

export async function findRequest(reader: Reader, id: string): Promise<MandateRequest | undefined> {
  const row = await reader.selectFrom('mandates.request').selectAll().where('id', '=', id).executeTakeFirst();
  return row && requestOf(row);
}

/** Locks it: the second of two who decide at once finds what the first did. What is decided already is only read: nobody may change it. */
export async function lockRequest(tx: Tx, id: string): Promise<MandateRequest | undefined> {
  const row = await tx
    .selectFrom('mandates.request')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? requestOf(row) : await findRequest(tx, id);
}

interface Change {
  readonly stage: Stage;
  readonly personId?: string;
  readonly moreAsked?: string;
  readonly moreSaid?: string | null;
  readonly decidedBy?: string | null;
  readonly decidedWhy?: string | null;
}

/** Since when, and the next version, the database says. */
export async function changeRequest(tx: Tx, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('mandates.request')
    .set({
      stage: change.stage,
      ...(change.personId === undefined ? {} : { person_id: change.personId }),
      ...(change.moreAsked === undefined ? {} : { more_asked: change.moreAsked }),
      ...(change.moreSaid === undefined ? {} : { more_said: change.moreSaid }),
      ...(change.decidedBy === undefined ? {} : { decided_by: change.decidedBy }),
      ...(change.decidedWhy === undefined ? {} : { decided_why: change.decidedWhy }),
    })
    .where('id', '=', id)
    .execute();
}

/** What somebody signed in has asked, and proposed; newest first. */
export async function listRequestsOf(reader: Reader, personId: string): Promise<MandateRequest[]> {
  const rows = await reader
    .selectFrom('mandates.request')
    .selectAll()
    .where((where) => where.or([where('person_id', '=', personId), where('proposed_by', '=', personId)]))
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(requestOf);
}

/** What was asked for a city, newest first: of the open ones only, or of all. */
export async function listRequestsFor(
  reader: Reader,
  cityId: string,
  which: 'open' | 'all',
): Promise<MandateRequest[]> {
  let query = reader
    .selectFrom('mandates.request')
    .selectAll()
    .where('city_id', '=', cityId)
    .orderBy('asked_at', 'desc')
    .limit(50);
  if (which === 'open') query = query.where('stage', 'in', ['waiting', 'more-asked']);
  return (await query.execute()).map(requestOf);
}

export function requestOf(row: Selectable<MandatesRequest>): MandateRequest {
  return {
    id: row.id,
    kind: row.kind as MandateRequest['kind'],
    cityId: row.city_id,
    role: row.role as CityRole,
    name: row.name,
    email: row.email,
    language: row.language as Language,
    from: row.from_date as CalendarDate,
    to: row.to_date as CalendarDate,
    documentKind: row.document_kind as DocumentKind,
    why: row.why,
    personId: row.person_id,
    proposedBy: row.proposed_by,
    renews: row.renews,
    stage: row.stage as Stage,
    stageSince: row.stage_since,
    askedAt: row.asked_at,
    provenAt: row.proven_at,
    moreAsked: row.more_asked,
    moreSaid: row.more_said,
    decidedBy: row.decided_by,
    decidedWhy: row.decided_why,
    version: row.version,
  };
}
