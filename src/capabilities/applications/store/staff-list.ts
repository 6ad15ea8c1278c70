import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { StageKey } from '../rules/others.ts';

/** One application as the fund's staff see it in the list: where it is and how far, not what a draft says. */
export interface ListedApplication {
  readonly id: string;
  readonly windowId: string;
  readonly cityId: string;
  readonly state: string;
  readonly stateSince: Date;
  readonly stage: StageKey;
  readonly language: string;
  readonly answered: number;
  readonly asked: number;
  readonly savedAt: Date | null;
  readonly sentAt: Date | null;
  readonly people: number;
  readonly filesMissing: number;
  readonly extensionWaits: boolean;
}

export interface Filter {
  readonly windowId?: string | undefined;
  readonly state?: string | undefined;
  readonly stage?: string | undefined;
  readonly cityIds?: readonly string[] | undefined;
}

export const rowsAPage = 50;

export async function listForStaff(
  reader: Reader,
  filter: Filter,
  page?: number,
): Promise<{ rows: ListedApplication[]; total: number }> {
  const { rows } = await sql<ListedApplication & { total: number }>`
    select a.id, a.window_id as "windowId", a.city_id as "cityId", a.state, a.state_since as "stateSince", a.stage, a.language,
      p.answered, p.asked, p.saved_at as "savedAt", c.committed_at as "sentAt",
      (select count(*)::int from applications.participant w where w.application_id = a.id and w.ended_at is null) as people,
      (select count(*)::int from applications.attachment f where f.part_id = c.part_id and f.state <> 'kept'
        and c.manifest like '%' || f.sha256 || '%') as "filesMissing",
      exists (select from applications.extension_request e where e.application_id = a.id and e.answer is null) as "extensionWaits",
      count(*) over ()::int as total
    from applications.application a
    join applications.part p on p.application_id = a.id and p.stage = a.stage
    left join applications.commitment c on c.part_id = p.id and c.withdrawn_at is null
    where (${filter.windowId ?? null}::uuid is null or a.window_id = ${filter.windowId ?? null}::uuid)
      and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
      and (${filter.stage ?? null}::text is null or a.stage = ${filter.stage ?? null})
      and (${filter.cityIds === undefined} or a.city_id = any (${[...(filter.cityIds ?? [])]}::uuid[]))
    order by a.state_since desc, a.id
    limit ${page === undefined ? 5000 : rowsAPage} offset ${(page ?? 0) * rowsAPage}`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Files named in a submission whose bytes have not come. */
export async function countFilesMissing(reader: Reader, partId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from applications.attachment f
    join applications.commitment c on c.part_id = f.part_id and c.withdrawn_at is null
    where f.part_id = ${partId} and f.state <> 'kept' and c.manifest like '%' || f.sha256 || '%'`.execute(
    reader,
  );
  return rows[0]?.n ?? 0;
}
