import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { ClaimKind, CountUnit, Objective, SubjectKind } from '../rules/claim-kinds.ts';
import { type Entry, type Measure, type Qualifier, subjectKey, type Visibility } from '../rules/entry.ts';

/** The columns in which an entry's date and measure are kept, the same in all tables of the ledger. */
export function measureColumns(entry: Measure) {
  return {
    day: entry.on.date,
    day_precision: entry.on.precision,
    amount_minor: entry.amount?.amountMinor ?? null,
    currency: entry.amount?.currency ?? null,
    usd_minor: entry.usd?.amountMinor ?? null,
    usd_source: entry.usd?.source ?? null,
    count: entry.count?.value ?? null,
    count_unit: entry.count?.unit ?? null,
    qualifier: entry.qualifier,
    statement: entry.statement,
    visibility: entry.visibility,
  };
}

export function standingColumns(entry: Entry) {
  return {
    kind: entry.kind,
    subject_key: subjectKey(entry.subject),
    subject_name: entry.subject.name,
    city_id: entry.subject.cityId,
    objective: entry.objective,
    ...measureColumns(entry),
  };
}

interface MeasureRow {
  readonly day: string;
  readonly day_precision: string;
  readonly amount_minor: bigint | null;
  readonly currency: string | null;
  readonly usd_minor: bigint | null;
  readonly usd_source: string | null;
  readonly count: bigint | null;
  readonly count_unit: string | null;
  readonly qualifier: string;
  readonly statement: string;
  readonly visibility: string;
}

export function measureOf(row: MeasureRow): Measure {
  return {
    on: { date: row.day as CalendarDate, precision: row.day_precision as DatePrecision },
    amount:
      row.amount_minor !== null && row.currency !== null
        ? { amountMinor: row.amount_minor, currency: row.currency }
        : null,
    usd: row.usd_minor === null ? null : { amountMinor: row.usd_minor, source: row.usd_source ?? '' },
    count:
      row.count !== null && row.count_unit !== null
        ? { value: row.count, unit: row.count_unit as CountUnit }
        : null,
    qualifier: row.qualifier as Qualifier,
    statement: row.statement,
    visibility: row.visibility as Visibility,
  };
}

export interface EntryRow extends MeasureRow {
  readonly kind: string;
  readonly subject_key: string;
  readonly subject_name: string;
  readonly city_id: string | null;
  readonly objective: number;
}

export function entryOf(row: EntryRow): Entry {
  const split = row.subject_key.indexOf(':');
  return {
    kind: row.kind as ClaimKind,
    subject: {
      kind: row.subject_key.slice(0, split) as SubjectKind,
      id: row.subject_key.slice(split + 1),
      name: row.subject_name,
      cityId: row.city_id,
    },
    ...measureOf(row),
    objective: row.objective as Objective,
  };
}
