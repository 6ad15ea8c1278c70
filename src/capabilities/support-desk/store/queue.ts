import { type Expression, type SqlBool, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { CityKind, Topic, Urgency } from '../rules/case.ts';
import { aliveStages, type Stage } from '../rules/stages.ts';

/** What the queue is narrowed to; whatever is absent is not asked. */
export interface QueueFilter {
  readonly stage?: Stage | 'alive' | 'desk' | 'any';
  readonly topic?: Topic;
  readonly language?: Language;
  readonly urgency?: Urgency;
  /** A person's id, or nobody. */
  readonly assignee?: string;
  readonly kind?: CityKind;
  /** Words of the subject, a requester's name, a reference, or how a city's name begins. */
  readonly words?: string;
  /** What the case is filed under besides its topic. */
  readonly tag?: string;
}

export interface QueuedCase {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly requesterName: string;
  readonly cityName: string | null;
  readonly cityNames: Readonly<Partial<Record<Language, string>>>;
  readonly country: string | null;
  readonly globalSouth: boolean | null;
  readonly secondaryCity: boolean | null;
  readonly topic: Topic;
  readonly language: Language;
  readonly urgency: Urgency;
  readonly stage: Stage;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly dueOn: CalendarDate | null;
  readonly openedAt: Date;
  readonly firstReplyAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly outcome: string | null;
}

/** One page of the queue: what is due first, the undated last. */
export async function listQueue(
  reader: Reader,
  filter: QueueFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ cases: QueuedCase[]; total: number }> {
  const where = conditions(filter);
  // Hits are narrow rows, walked once for both count and page: sorting whole rows takes ten times as long.
  const from = needsCity(filter)
    ? sql`support_desk.support_case c left join city_registry.city t on t.id = c.city_id`
    : sql`support_desk.support_case c`;
  const { rows } = await sql<QueuedCase & { id: string | null; total: number }>`with hits as materialized (
      select c.id, c.stage in ('new', 'open') as ours, c.due_on from ${from} where ${where}
    ), page as (
      select * from hits order by ours desc, due_on nulls last, id offset ${(page - 1) * size} limit ${size}
    ), filled as (
      select c.id, c.reference, c.subject, c.requester_name as "requesterName", t.name as "cityName",
        coalesce(t.names, '{}') as "cityNames", t.country, t.global_south as "globalSouth", t.secondary_city as "secondaryCity", c.topic,
        c.language, c.urgency, c.stage, c.assignee_id as "assigneeId", p.name as assignee, c.due_on as "dueOn", c.opened_at as "openedAt",
        c.first_reply_at as "firstReplyAt", c.resolved_at as "resolvedAt", c.outcome, page.ours
      from page join support_desk.support_case c on c.id = page.id left join city_registry.city t on t.id = c.city_id
      left join people.person p on p.id = c.assignee_id
    )
    select (select count(*)::int from hits) as total, filled.* from (select) one left join filled on true
    order by filled.ours desc, filled."dueOn" nulls last, filled.id`.execute(reader);
  return { cases: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
}

function needsCity({ kind }: QueueFilter): boolean {
  return kind !== undefined && kind !== 'unknown';
}

function conditions(filter: QueueFilter): Expression<SqlBool> {
  const parts = [sql<SqlBool>`true`];
  const { stage = 'alive' } = filter;
  if (stage === 'desk') parts.push(sql`c.stage in ('new', 'open')`);
  else if (stage === 'alive') parts.push(sql`c.stage in (${sql.join([...aliveStages])})`);
  else if (stage !== 'any') parts.push(sql`c.stage = ${stage}`);
  if (filter.topic) parts.push(sql`c.topic = ${filter.topic}`);
  if (filter.language) parts.push(sql`c.language = ${filter.language}`);
  if (filter.urgency) parts.push(sql`c.urgency = ${filter.urgency}`);
  if (filter.assignee === 'nobody') parts.push(sql`c.assignee_id is null`);
  else if (filter.assignee) parts.push(sql`c.assignee_id = ${filter.assignee}`);
  if (filter.kind) parts.push(ofKind(filter.kind));
  if (filter.tag) parts.push(sql`c.tag = ${filter.tag}`);
  if (filter.words) {
    const folded = filter.words.toLowerCase();
    const like = `%${folded.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    parts.push(sql`(c.folded like ${like} or c.city_id in (
      select n.id from city_registry.city n where n.folded >= ${folded} and n.folded < ${folded} || chr(1114111)))`);
  }
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`;
}

function ofKind(kind: CityKind): ReturnType<typeof sql<SqlBool>> {
  if (kind === 'unknown') return sql`c.city_id is null`;
  if (kind === 'global-south') return sql`t.global_south`;
  return kind === 'secondary' ? sql`t.secondary_city` : sql`not t.global_south and not t.secondary_city`;
}

/** Cases of the reader's cities, as row-level security gives them. */
export async function listCasesOfCities(
  reader: Reader,
  cityIds: readonly string[],
  limit: number,
): Promise<QueuedCase[]> {
  if (cityIds.length === 0) return [];
  const { rows } =
    await sql<QueuedCase>`select c.id, c.reference, c.subject, c.requester_name as "requesterName", t.name as "cityName",
      t.names as "cityNames", t.country, t.global_south as "globalSouth", t.secondary_city as "secondaryCity", c.topic, c.language, c.urgency, c.stage,
      null as "assigneeId", null as assignee, c.due_on as "dueOn", c.opened_at as "openedAt", c.first_reply_at as "firstReplyAt",
      c.resolved_at as "resolvedAt", c.outcome
    from support_desk.support_case c join city_registry.city t on t.id = c.city_id
    where c.city_id = any (${[...cityIds]}::uuid[]) and c.stage <> 'set-aside' order by c.opened_at desc, c.id desc limit ${limit}`.execute(
      reader,
    );
  return rows;
}

/** What of a city is not over, as its hand-over lists it. */
export async function listOpenCases(
  reader: Reader,
  cityId: string,
): Promise<Pick<QueuedCase, 'id' | 'reference' | 'subject' | 'openedAt' | 'dueOn'>[]> {
  const { rows } = await sql<
    Pick<QueuedCase, 'id' | 'reference' | 'subject' | 'openedAt' | 'dueOn'>
  >`select id, reference, subject, opened_at as "openedAt", due_on as "dueOn" from support_desk.support_case
    where city_id = ${cityId} and stage in ('new', 'open', 'waiting-city', 'waiting-partner') order by opened_at limit 200`.execute(
    reader,
  );
  return rows;
}
