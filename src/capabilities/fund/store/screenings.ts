import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Finding, Verdict } from '../rules/eligibility.ts';

/** What staff found of a city in a window. */
export interface Screening {
  readonly id: string;
  readonly windowId: string;
  readonly cityId: string;
  /** What the rules said by themselves. */
  readonly computed: Verdict;
  readonly findings: readonly Finding[];
  readonly outcome: 'eligible' | 'not-eligible';
  /** Against the rules: a second person must agree. */
  readonly isOverride: boolean;
  readonly reason: string | null;
  readonly proposedBy: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  /** Null while an override waits for the second person. */
  readonly decision: 'stands' | 'refused' | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

function screenings(reader: Reader) {
  return reader
    .selectFrom('fund.screening as s')
    .leftJoin('people.person as proposer', 'proposer.id', 's.proposed_by')
    .leftJoin('people.person as decider', 'decider.id', 's.decided_by')
    .selectAll('s')
    .select(['proposer.name as proposer_name', 'decider.name as decider_name'])
    .orderBy('s.proposed_at', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof screenings>['execute']>>[number];

function screeningFrom(row: Row): Screening {
  return {
    id: row.id,
    windowId: row.window_id,
    cityId: row.city_id,
    computed: row.computed as Verdict,
    findings: row.findings as unknown as Finding[],
    outcome: row.outcome as Screening['outcome'],
    isOverride: row.is_override,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedByName: row.proposer_name,
    proposedAt: row.proposed_at,
    decision: row.decision as Screening['decision'],
    decidedByName: row.decider_name,
    decidedAt: row.decided_at,
  };
}

/** What stands of the city in the window: the last that was confirmed, or overridden by two; undefined before anybody looked. @public for applications, before a city goes on to review */
export async function screeningOf(
  reader: Reader,
  windowId: string,
  cityId: string,
): Promise<Screening | undefined> {
  const row = await screenings(reader)
    .where('s.window_id', '=', windowId)
    .where('s.city_id', '=', cityId)
    .where('s.decision', '=', 'stands')
    .executeTakeFirst();
  return row && screeningFrom(row);
}

/** Everything found of the city, the newest first. */
export async function listScreeningsOf(
  reader: Reader,
  windowId: string,
  cityId: string,
): Promise<Screening[]> {
  const rows = await screenings(reader)
    .where('s.window_id', '=', windowId)
    .where('s.city_id', '=', cityId)
    .execute();
  return rows.map(screeningFrom);
}

/** Of each city that was looked at, the newest word, waiting ones first. */
export async function listScreenings(reader: Reader, windowId: string): Promise<Screening[]> {
  const rows = await screenings(reader)
    .where('s.window_id', '=', windowId)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('fund.screening as later')
            .select('later.id')
            .whereRef('later.window_id', '=', 's.window_id')
            .whereRef('later.city_id', '=', 's.city_id')
            .whereRef('later.proposed_at', '>', 's.proposed_at')
            .where(sql<boolean>`later.decision is distinct from 'refused'`),
        ),
      ),
    )
    .execute();
  return rows
    .map(screeningFrom)
    .toSorted((a, b) => Number(b.decision === null) - Number(a.decision === null));
}

export async function lockScreening(tx: Tx, id: string): Promise<Screening | undefined> {
  const row = await screenings(tx).where('s.id', '=', id).forUpdate('s').executeTakeFirst();
  return row && screeningFrom(row);
}

type NewScreening = Pick<
  Screening,
  'id' | 'windowId' | 'cityId' | 'computed' | 'findings' | 'outcome' | 'reason'
> & {
  readonly by: string | null;
  /** False while a second person must agree. */
  readonly stands: boolean;
};

/** @returns false when an override of the same city waits already */
export async function insertScreening(tx: Tx, found: NewScreening): Promise<boolean> {
  const inserted = await tx
    .insertInto('fund.screening')
    .values({
      id: found.id,
      window_id: found.windowId,
      city_id: found.cityId,
      computed: found.computed,
      findings: JSON.stringify(found.findings),
      outcome: found.outcome,
      reason: found.reason,
      proposed_by: found.by ?? '',
      ...(found.stands
        ? { decision: 'stands', decided_by: found.by, decided_at: sql<Date>`clock_timestamp()` }
        : {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function markScreening(
  tx: Tx,
  id: string,
  decision: 'stands' | 'refused',
  by: string | null,
): Promise<void> {
  await tx
    .updateTable('fund.screening')
    .set({ decision, decided_by: by, decided_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}
