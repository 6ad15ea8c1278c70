import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { ClaimKind } from '../rules/claim-kinds.ts';
import { type CountedEntry, type CountingRule, shareOf } from '../rules/definition.ts';
import { entrySteps, type FirstDays, spanRows, type Step, subjectSteps } from '../rules/steps.ts';
import { subjectKey } from '../rules/entry.ts';
import { rowsAsJson } from './rows-as-json.ts';

export async function listCountingRules(reader: Reader): Promise<CountingRule[]> {
  const rows = await reader
    .selectFrom('impact.definition')
    .select(['key', 'version', 'unit', 'measure', 'kinds', 'period'])
    .orderBy('key')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    version: row.version,
    unit: row.unit,
    measure: row.measure as CountingRule['measure'],
    kinds: row.kinds as ClaimKind[],
    period: row.period as CountingRule['period'],
  }));
}

/**
 * Brings all figures, under every version of every definition, in step with one entry that came into force, went out of
 * it or was corrected. Call after its standing has changed, with the ledger locked.
 */
export async function settleFigures(
  tx: Tx,
  before: CountedEntry | null,
  after: CountedEntry | null,
): Promise<void> {
  for (const rule of await listCountingRules(tx)) {
    const touched = [before, after].flatMap((entry) => (entry && shareOf(rule, entry) ? [entry] : []));
    const [first] = touched;
    if (!first) continue;
    const steps: Step[] = entrySteps(rule, before, after);
    if (rule.measure === 'count-distinct-subjects') steps.push(...(await settleSubject(tx, rule, first)));
    await addSteps(tx, rule, steps);
  }
}

/** A correction keeps its subject, so one subject is enough. */
async function settleSubject(tx: Tx, rule: CountingRule, entry: CountedEntry): Promise<Step[]> {
  const subject = subjectKey(entry.subject);
  const before = await readFirstDays(tx, rule, subject);
  const after = await countFirstDays(tx, rule, subject);
  const steps = subjectSteps(before, after);
  if (steps.length === 0) return steps;
  await tx
    .deleteFrom('impact.figure_subject')
    .where('key', '=', rule.key)
    .where('version', '=', rule.version)
    .where('subject_key', '=', subject)
    .execute();
  const rows = [...after].map(([year, day]) => ({
    key: rule.key,
    version: rule.version,
    year,
    subject_key: subject,
    city_id: entry.subject.cityId,
    first_day: day,
  }));
  if (rows.length > 0) await tx.insertInto('impact.figure_subject').values(rows).execute();
  return steps;
}

async function readFirstDays(tx: Tx, rule: CountingRule, subject: string): Promise<FirstDays> {
  const rows = await tx
    .selectFrom('impact.figure_subject')
    .select(['year', 'first_day'])
    .where('key', '=', rule.key)
    .where('version', '=', rule.version)
    .where('subject_key', '=', subject)
    .execute();
  return new Map(rows.map((row) => [row.year, row.first_day as CalendarDate]));
}

async function countFirstDays(tx: Tx, rule: CountingRule, subject: string): Promise<FirstDays> {
  const year = rule.period === 'ever' ? sql`0` : sql`extract(year from counted_on)::int`;
  const { rows } = await sql<{ year: number; first_day: CalendarDate }>`
    select ${year} as year, min(counted_on) as first_day from impact.standing
    where subject_key = ${subject} and kind = any (${rule.kinds}::text[]) and counted group by 1`.execute(tx);
  return new Map(rows.map((row) => [row.year, row.first_day]));
}

async function addSteps(tx: Tx, rule: CountingRule, steps: readonly Step[]): Promise<void> {
  const rows = spanRows(steps).map((row) => ({ key: rule.key, version: rule.version, ...row }));
  if (rows.length === 0) return;
  await sql`insert into impact.figure_step as held (key, version, series, span, starts, delta, entries, imported)
    select key, version, series, span, starts, delta, entries, imported
    from jsonb_populate_recordset(null::impact.figure_step, ${rowsAsJson(rows)})
    on conflict (span, starts, key, version, series) do update set delta = held.delta + excluded.delta,
      entries = held.entries + excluded.entries, imported = held.imported + excluded.imported`.execute(tx);
}
