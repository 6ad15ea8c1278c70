import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { CityPair } from '../rules/pool-city.ts';
import type { RunResult } from '../rules/run-result.ts';

export interface Run {
  readonly id: string;
  readonly roundId: string;
  readonly stage: 'waiting' | 'running' | 'done' | 'failed';
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly failedWhy: string | null;
  readonly result: RunResult | null;
}

const runColumns = [
  'id',
  'round_id as roundId',
  'stage',
  'asked_at as askedAt',
  'ended_at as endedAt',
  'failed_why as failedWhy',
  'result',
] as const;

export async function findLatestRun(reader: Reader, roundId: string): Promise<Run | undefined> {
  const row = await reader
    .selectFrom('peer_exchange.run')
    .select(runColumns)
    .where('round_id', '=', roundId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as unknown as Run | undefined;
}

export async function findRun(reader: Reader, id: string): Promise<Run | undefined> {
  const row = await reader
    .selectFrom('peer_exchange.run')
    .select(runColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as Run | undefined;
}

/** False when one is under way. */
export async function insertRun(
  tx: Tx,
  run: { id: string; roundId: string; askedBy: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('peer_exchange.run')
    .values({ id: run.id, round_id: run.roundId, asked_by: run.askedBy })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function markRunStarted(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.run')
    .set({ stage: 'running', started_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('stage', 'in', ['waiting', 'running'])
    .execute();
}

export async function markRunDone(tx: Tx, id: string, result: RunResult): Promise<void> {
  await tx
    .updateTable('peer_exchange.run')
    .set({ stage: 'done', ended_at: sql<Date>`clock_timestamp()`, result: JSON.stringify(result) })
    .where('id', '=', id)
    .execute();
}

export async function markRunFailed(tx: Tx, id: string, why: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.run')
    .set({ stage: 'failed', ended_at: sql<Date>`clock_timestamp()`, failed_why: why })
    .where('id', '=', id)
    .where('stage', 'in', ['waiting', 'running'])
    .execute();
}

/** Runs that nobody works on any more. */
export async function giveUpLostRuns(tx: Tx, roundId: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.run')
    .set({ stage: 'failed', ended_at: sql<Date>`clock_timestamp()`, failed_why: 'lost' })
    .where('round_id', '=', roundId)
    .where('stage', 'in', ['waiting', 'running'])
    .where('asked_at', '<', sql<Date>`clock_timestamp() - interval '10 minutes'`)
    .execute();
}

/** Cities that were introduced before and did not say "not this time". */
export async function listPastPairs(reader: Reader): Promise<CityPair[]> {
  const { rows } = await sql<{ a: string; b: string }>`select distinct a.id as a, b.id as b
    from peer_exchange.exchange e, unnest(e.city_ids) as a (id), unnest(e.city_ids) as b (id)
    where e.stage in ('asking', 'agreed', 'completed') and a.id < b.id`.execute(reader);
  return rows.map(({ a, b }) => [a, b]);
}
