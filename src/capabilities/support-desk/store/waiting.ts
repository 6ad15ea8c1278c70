import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { closeAfterDays } from '../rules/due.ts';
import { type Case, caseOf } from './cases.ts';

/** Cases whose city or partner should be reminded today. */
export async function listToRemind(reader: Reader, today: CalendarDate, limit = 500): Promise<string[]> {
  const rows = await reader
    .selectFrom('support_desk.support_case')
    .select('id')
    .where('stage', 'in', ['waiting-city', 'waiting-partner'])
    .where('remind_on', '<=', today)
    .orderBy('remind_on')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Resolved cases that nobody wrote to again. */
export async function listToClose(reader: Reader, now: Date, limit = 500): Promise<string[]> {
  const rows = await reader
    .selectFrom('support_desk.support_case')
    .select('id')
    .where('stage', '=', 'resolved')
    .where('stage_since', '<', new Date(now.getTime() - closeAfterDays * 86_400_000))
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What waits for one person of the desk: theirs that need them, the soonest due first. */
export async function listMine(reader: Reader, personId: string, limit: number): Promise<Case[]> {
  const rows = await reader
    .selectFrom('support_desk.support_case')
    .selectAll()
    .where('assignee_id', '=', personId)
    .where('stage', 'in', ['new', 'open'])
    .orderBy(sql`due_on nulls last`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(caseOf);
}

/** What waits for nobody in particular: cases without anybody, mails that need a look, messages kept apart. */
export async function countUnattended(reader: Reader): Promise<{
  cases: number;
  casesSince: Date | null;
  dueOn: CalendarDate | null;
  mails: number;
  mailsSince: Date | null;
  apart: number;
  apartSince: Date | null;
  stale: number;
  staleSince: Date | null;
}> {
  const { rows } = await sql<Awaited<ReturnType<typeof countUnattended>>>`select c.*, r.*, m.*, s.* from
    (select count(*)::int as cases, min(opened_at) as "casesSince", min(due_on) as "dueOn" from support_desk.support_case
      where assignee_id is null and stage in ('new', 'open')) c,
    (select count(*)::int as mails, min(received_at) as "mailsSince" from support_desk.raw_mail where state = 'needs-look') r,
    (select count(*)::int as apart, min(at) as "apartSince" from support_desk.message where kept_apart) m,
    (select count(*)::int as stale, min(stage_since) as "staleSince" from support_desk.support_case
      where stage in ('waiting-city', 'waiting-partner') and remind_on is null) s`.execute(reader);
  const [row] = rows;
  if (!row) throw new Error('counts without a row');
  return row;
}

/** A person's cases that are not over: what a hand-over gives to another. */
export async function listAlive(reader: Reader, personId: string): Promise<Case[]> {
  const rows = await reader
    .selectFrom('support_desk.support_case')
    .selectAll()
    .where('assignee_id', '=', personId)
    .where('stage', 'in', ['new', 'open', 'waiting-city', 'waiting-partner'])
    .orderBy('id')
    .execute();
  return rows.map(caseOf);
}
