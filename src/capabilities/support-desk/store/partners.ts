import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import { isShareable, type Shareable, type Shared } from '../rules/sharing.ts';

export interface PartnerReply {
  readonly id: string;
  readonly at: Date;
  readonly from: string;
  readonly body: string;
}

export interface PartnerRequest {
  readonly id: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly organisation: Readonly<Record<Language, string>>;
  readonly contactEmail: string;
  readonly language: Language;
  readonly question: string;
  readonly shared: Shared;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly replies: readonly PartnerReply[];
}

export interface NewPartnerRequest
  extends Pick<
    PartnerRequest,
    'id' | 'caseId' | 'organisationId' | 'contactEmail' | 'language' | 'question' | 'shared'
  > {
  readonly askedBy: string;
}

export async function insertPartnerRequest(tx: Tx, request: NewPartnerRequest): Promise<void> {
  await tx
    .insertInto('support_desk.partner_request')
    .values({
      id: request.id,
      case_id: request.caseId,
      organisation_id: request.organisationId,
      contact_email: request.contactEmail.toLowerCase(),
      language: request.language,
      question: request.question,
      shared: JSON.stringify(request.shared),
      asked_by: request.askedBy,
    })
    .execute();
}

/** Requests that the reader may see: all of a case, one, or all of the reader's organisation. */
export async function listPartnerRequests(
  reader: Reader,
  of: { readonly caseId?: string; readonly id?: string; readonly limit?: number } = {},
): Promise<PartnerRequest[]> {
  let query = reader
    .selectFrom('support_desk.partner_request as r')
    .innerJoin('people.organisation as o', 'o.id', 'r.organisation_id')
    .selectAll('r')
    .select('o.name as organisation')
    .select(
      sql<
        { id: string; at: string; from: string; body: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', y.id, 'at', y.at, 'from', y.from_name,
        'body', y.body) order by y.at) from support_desk.partner_reply y where y.request_id = r.id), '[]')`.as(
        'replies',
      ),
    )
    .orderBy('r.asked_at', 'desc')
    .limit(of.limit ?? 50);
  if (of.caseId) query = query.where('r.case_id', '=', of.caseId);
  if (of.id) query = query.where('r.id', '=', of.id);
  return (await query.execute()).map((row) => ({
    id: row.id,
    caseId: row.case_id,
    organisationId: row.organisation_id,
    organisation: row.organisation as unknown as PartnerRequest['organisation'],
    contactEmail: row.contact_email,
    language: row.language as Language,
    question: row.question,
    shared: row.shared as unknown as Shared,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    replies: row.replies.map((reply) => ({ ...reply, at: new Date(reply.at) })),
  }));
}

export async function insertPartnerReply(
  tx: Tx,
  reply: {
    readonly id: string;
    readonly requestId: string;
    readonly personId: string | null;
    readonly from: string;
    readonly body: string;
  },
): Promise<void> {
  await tx
    .insertInto('support_desk.partner_reply')
    .values({
      id: reply.id,
      request_id: reply.requestId,
      person_id: reply.personId,
      from_name: reply.from,
      body: reply.body,
    })
    .execute();
}

export interface Consent {
  readonly organisationId: string;
  readonly organisation: Readonly<Record<Language, string>>;
  readonly asked: readonly Shareable[];
  /** Null while the city has not answered. */
  readonly agreed: readonly Shareable[] | null;
  readonly at: Date;
}

/** What holds today, for each organisation: the last word. */
export async function listConsents(reader: Reader, caseId: string): Promise<Consent[]> {
  const { rows } =
    await sql<Consent>`select distinct on (c.organisation_id) c.organisation_id as "organisationId", o.name as organisation,
      c.asked, c.agreed, c.at from support_desk.consent c join people.organisation o on o.id = c.organisation_id
    where c.case_id = ${caseId} order by c.organisation_id, c.at desc, c.id desc`.execute(reader);
  return rows.map((row) => ({
    ...row,
    asked: row.asked.filter(isShareable),
    agreed: row.agreed && row.agreed.filter(isShareable),
  }));
}

export async function insertConsent(
  tx: Tx,
  consent: {
    readonly id: string;
    readonly caseId: string;
    readonly organisationId: string;
    readonly asked: readonly Shareable[];
    readonly agreed: readonly Shareable[] | null;
    readonly personId: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('support_desk.consent')
    .values({
      id: consent.id,
      case_id: consent.caseId,
      organisation_id: consent.organisationId,
      asked: [...consent.asked],
      agreed: consent.agreed && [...consent.agreed],
      person_id: consent.personId,
    })
    .execute();
}
