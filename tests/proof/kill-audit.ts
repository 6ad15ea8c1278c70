import { sql } from 'kysely';
import { compareWithRecount } from '../../src/capabilities/impact/store/recount.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { checkLog } from '../../src/platform/public-log/index.ts';
import type { Receipt } from './kill-acts.ts';

export interface Audit {
  /** Acknowledged, and not in the record. */
  readonly lost: string[];
  /** Once acknowledged, more than once in the record. */
  readonly twice: string[];
  /** In the record without all that belongs to it: act, event, delivery, leaf, submission. */
  readonly halfDone: string[];
  readonly logFaults: string[];
  readonly figureFaults: string[];
}

/** How often each thing that belongs to an act is in the record; all must be 1. */
type Counts = Readonly<Record<string, number>>;

/** Holds the record against every receipt. @param verify the read-only role, which sees all */
export async function auditRecord(
  verify: Database,
  logKey: string,
  receipts: readonly Receipt[],
): Promise<Audit> {
  const [lost, twice, halfDone]: [string[], string[], string[]] = [[], [], []];
  for (const receipt of receipts) {
    const said = `${receipt.what} ${receipt.mark}`;
    const { record = 0, ...belongings } = await countsOf(verify, receipt);
    if (record === 0) lost.push(said);
    else if (record > 1) twice.push(`${said} is there ${record} times`);
    else if (Object.values(belongings).some((count) => count !== 1))
      halfDone.push(`${said}: ${JSON.stringify(belongings)}`);
  }
  const log = await checkLog(verify, [logKey]);
  const figures = await compareWithRecount(verify);
  return {
    lost,
    twice,
    halfDone,
    logFaults: log.faults.map(({ kind, at }) => `${kind} at ${at}`),
    figureFaults: figures.map(
      ({ key, what, kept, counted }) => `${key} ${what}: ${kept} kept, ${counted} counted`,
    ),
  };
}

async function countsOf(verify: Database, { what, mark, fields, location }: Receipt): Promise<Counts> {
  const id = location.split('/').at(-1) ?? '';
  const submission = sql`(select count(*)::int from platform.submission where key = ${fields['key'] ?? ''} and outcome is not null) as submission`;
  const act = (kind: string, subject: string) =>
    sql`(select count(*)::int from platform.act where kind = ${kind} and subject_id = ${subject}) as act`;
  const leaf = (kind: string, key: string, subject: string) =>
    sql`(select count(*)::int from public_log.leaf where kind = ${kind} and convert_from(body, 'UTF8')::jsonb -> 'body' ->> ${key} = ${subject}) as leaf`;
  const asked = {
    claim: sql`(select count(*)::int from impact.claim where statement = ${mark}) as record,
      (select count(*)::int from impact.claim where id = ${id}) as same, ${act('impact.claim-proposed', id)}`,
    verification: sql`(select count(*)::int from impact.claim_decision where claim_id = ${mark} and outcome = 'verified') as record,
      ${act('impact.claim-verified', mark)}, ${leaf('claim-verified', 'claimId', mark)}`,
    seat: sql`(select count(*)::int from governance.seat where person_name = ${mark}) as record,
      (select count(*)::int from governance.seat where id = ${id}) as same, ${act('governance.seat-began', id)}, ${leaf('seat-began', 'seat', id)},
      (select count(*)::int from platform.event where kind = 'seat-began' and payload ->> 'seatId' = ${id}) as event,
      (select count(*)::int from platform.event e join platform.event_delivery d on d.event_id = e.id
        where e.kind = 'seat-began' and e.payload ->> 'seatId' = ${id}) as delivery`,
  }[what];
  const { rows } = await sql<Counts>`select ${submission}, ${asked}`.execute(verify);
  return rows[0] ?? {};
}

/** Waits until the worker has taken all that is due. @returns how many jobs were left when patience ended */
export async function drained(verify: Database, seconds: number): Promise<number> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const { rows } = await sql<{ due: number }>`select count(*)::int as due from graphile_worker._private_jobs
      where run_at <= now() and attempts < max_attempts`.execute(verify);
    const due = rows[0]?.due ?? 0;
    if (due === 0 || Date.now() > deadline) return due;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
