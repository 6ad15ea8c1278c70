import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { StageKey } from '../rules/others.ts';

/** What an application took, in minutes of people's work: of a window's stage, from at least five cities. */
export interface Burden {
  readonly stage: StageKey;
  readonly applications: number;
  readonly medianMinutes: number;
  readonly lowerMinutes: number;
  readonly upperMinutes: number;
  readonly countedAt: Date;
}

/** As published on the window's page; a stage with fewer than five applications has none. */
export async function burdenOf(reader: Reader, windowId: string): Promise<Burden[]> {
  const rows = await reader
    .selectFrom('applications.burden')
    .selectAll()
    .where('window_id', '=', windowId)
    .execute();
  return rows.map((row) => ({
    stage: row.stage as StageKey,
    applications: row.applications,
    medianMinutes: row.median_minutes,
    lowerMinutes: row.lower_minutes,
    upperMinutes: row.upper_minutes,
    countedAt: row.counted_at,
  }));
}

export interface Saves {
  readonly windowId: string;
  readonly stage: StageKey;
  readonly applicationId: string;
  /** Of one person, or of one invitation. */
  readonly times: readonly Date[];
}

/** Moments at which people wrote into applications that were sent; what arrived by itself is not work. */
export async function listSaves(reader: Reader): Promise<Saves[]> {
  const { rows } = await sql<{ window_id: string; stage: string; application_id: string; times: Date[] }>`
    select c.window_id, c.stage, c.application_id, array_agg(a.at order by a.at) as times
    from applications.commitment c join applications.answer a on a.part_id = c.part_id
    where c.withdrawn_at is null and a.origin in ('typed', 'returned') and a.at <= c.committed_at
    group by c.window_id, c.stage, c.application_id, coalesce(a.person_id, a.invitation_id)`.execute(reader);
  return rows.map((row) => ({
    windowId: row.window_id,
    stage: row.stage as StageKey,
    applicationId: row.application_id,
    times: row.times,
  }));
}

export async function saveBurden(
  tx: Tx,
  windowId: string,
  counted: Omit<Burden, 'countedAt'>,
): Promise<void> {
  const values = {
    applications: counted.applications,
    median_minutes: counted.medianMinutes,
    lower_minutes: counted.lowerMinutes,
    upper_minutes: counted.upperMinutes,
    counted_at: sql<Date>`clock_timestamp()`,
  };
  await tx
    .insertInto('applications.burden')
    .values({ window_id: windowId, stage: counted.stage, ...values })
    .onConflict((conflict) => conflict.columns(['window_id', 'stage']).doUpdateSet(values))
    .execute();
}
