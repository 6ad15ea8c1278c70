import { type Selectable, sql, type Updateable } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { SupportDeskSupportCase } from '../../../platform/database/schema.generated.ts';
import type { NewCase, Outcome, Topic, Urgency } from '../rules/case.ts';
import { referenceOf } from '../rules/reference.ts';
import type { Stage } from '../rules/stages.ts';

export interface Case extends NewCase {
  readonly id: string;
  readonly reference: string;
  readonly channel: 'web' | 'mail';
  readonly verifiedHow: string | null;
  readonly stage: Stage;
  readonly stageSince: Date;
  readonly assigneeId: string | null;
  readonly dueOn: CalendarDate | null;
  readonly remindOn: CalendarDate | null;
  readonly reminded: number;
  readonly openedAt: Date;
  readonly firstReplyAt: Date | null;
  readonly lastInboundAt: Date;
  readonly outcome: Outcome | null;
  readonly outcomeNote: string | null;
  readonly resolvedAt: Date | null;
  readonly mergedInto: string | null;
  /** What it is filed under besides its topic: the emergency it came from. */
  readonly tag: string | null;
  readonly version: number;
}

/** The next reference of the year; numbers are given in order and never twice. */
export async function nextReference(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ number: number }>`select support_desk.next_number(${year}) as number`.execute(
    tx,
  );
  return referenceOf(year, rows[0]?.number ?? 0);
}

export async function insertCase(
  tx: Tx,
  opened: NewCase & {
    readonly id: string;
    readonly reference: string;
    readonly channel: 'web' | 'mail';
    readonly dueOn: CalendarDate;
    readonly tag?: string | undefined;
  },
): Promise<void> {
  await tx
    .insertInto('support_desk.support_case')
    .values({
      id: opened.id,
      reference: opened.reference,
      city_id: opened.cityId,
      requester_name: opened.requesterName,
      requester_email: opened.requesterEmail.toLowerCase(),
      requester_role: opened.requesterRole,
      topic: opened.topic,
      subject: opened.subject,
      language: opened.language,
      urgency: opened.urgency,
      channel: opened.channel,
      due_on: opened.dueOn,
      tag: opened.tag ?? null,
    })
    .execute();
}

export async function findCase(reader: Reader, id: string): Promise<Case | undefined> {
  const row = await reader
    .selectFrom('support_desk.support_case')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && caseOf(row);
}

/** The case, held against others until the transaction ends. */
export async function lockCase(tx: Tx, id: string): Promise<Case | undefined> {
  const row = await tx
    .selectFrom('support_desk.support_case')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && caseOf(row);
}

export async function findCaseByReference(
  reader: Reader,
  references: readonly string[],
): Promise<Case | undefined> {
  if (references.length === 0) return undefined;
  const row = await reader
    .selectFrom('support_desk.support_case')
    .selectAll()
    .where('reference', 'in', references)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && caseOf(row);
}

/** Cases merged into this one: their threads are kept and shown beside. */
export async function listMergedCases(reader: Reader, id: string): Promise<Case[]> {
  const rows = await reader
    .selectFrom('support_desk.support_case')
    .selectAll()
    .where('merged_into', '=', id)
    .orderBy('opened_at')
    .execute();
  return rows.map(caseOf);
}

export type CaseChange = Omit<Updateable<SupportDeskSupportCase>, 'id' | 'version' | 'reference'>;

/** Writes what changed, one version up. */
export async function changeCase(tx: Tx, id: string, change: CaseChange): Promise<void> {
  await tx
    .updateTable('support_desk.support_case')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Moves the case to a stage; nobody is reminded any more unless `remindOn` says when. */
export async function markStage(
  tx: Tx,
  id: string,
  stage: Stage,
  now: Date,
  more: CaseChange = {},
): Promise<void> {
  await changeCase(tx, id, { remind_on: null, reminded: 0, ...more, stage, stage_since: now });
}

export function caseOf(row: Selectable<SupportDeskSupportCase>): Case {
  return {
    id: row.id,
    reference: row.reference,
    cityId: row.city_id,
    requesterName: row.requester_name,
    requesterEmail: row.requester_email,
    requesterRole: row.requester_role,
    topic: row.topic as Topic,
    subject: row.subject,
    language: row.language as Language,
    urgency: row.urgency as Urgency,
    channel: row.channel as Case['channel'],
    verifiedHow: row.verified_how,
    stage: row.stage as Stage,
    stageSince: row.stage_since,
    assigneeId: row.assignee_id,
    dueOn: row.due_on as CalendarDate | null,
    remindOn: row.remind_on as CalendarDate | null,
    reminded: row.reminded,
    openedAt: row.opened_at,
    firstReplyAt: row.first_reply_at,
    lastInboundAt: row.last_inbound_at,
    outcome: row.outcome as Outcome | null,
    outcomeNote: row.outcome_note,
    resolvedAt: row.resolved_at,
    mergedInto: row.merged_into,
    tag: row.tag,
    version: row.version,
  };
}
