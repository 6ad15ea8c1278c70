import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type Case, caseOf } from './cases.ts';

/** A case with what its next keeper must know. */
export interface PackCase extends Case {
  readonly cityName: string | null;
  readonly notes: readonly { readonly by: string; readonly body: string }[];
  readonly openRequests: number;
}

export async function listPackCases(reader: Reader, ids: readonly string[]): Promise<PackCase[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('support_desk.support_case as c')
    .selectAll('c')
    .select(
      sql<string | null>`(select t.name from city_registry.city t where t.id = c.city_id)`.as('city_name'),
    )
    .select(
      sql<
        PackCase['notes']
      >`coalesce((select jsonb_agg(jsonb_build_object('by', p.name, 'body', n.body) order by n.at) from support_desk.note n
        join people.person p on p.id = n.person_id where n.case_id = c.id), '[]')`.as('notes'),
    )
    .select(
      sql<number>`(select count(*)::int from support_desk.partner_request r where r.case_id = c.id and r.answered_at is null)`.as(
        'open_requests',
      ),
    )
    .where('c.id', 'in', [...ids])
    .orderBy(sql`c.due_on nulls last`)
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    ...caseOf(row),
    cityName: row.city_name,
    notes: row.notes,
    openRequests: row.open_requests,
  }));
}

export interface LastMessage {
  readonly caseId: string;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly body: string;
}

/** The last word to and fro of each case. */
export async function listMessagesOf(reader: Reader, ids: readonly string[]): Promise<LastMessage[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<LastMessage>`select distinct on (m.case_id, m.direction) m.case_id as "caseId", m.at, m.direction, m.from_name as "from",
      left(m.body, 1500) as body
    from support_desk.message m where m.case_id = any (${[...ids]}::uuid[]) and not m.kept_apart and not m.automatic
    order by m.case_id, m.direction, m.at desc`.execute(reader);
  return rows;
}
