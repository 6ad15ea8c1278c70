import type { CalendarDate, DatePrecision, PartialDate } from '../../../kernel/calendar-date.ts';
import type { Tenure } from '../../../kernel/tenure.ts';

/** A tenure as the columns that hold it, here and in every table with the same ones. */
export function tenureColumns(tenure: Tenure) {
  return {
    from_date: tenure.from?.date ?? null,
    from_precision: tenure.from?.precision ?? null,
    from_certainty: tenure.fromCertainty,
    to_date: tenure.to?.date ?? null,
    to_precision: tenure.to?.precision ?? null,
    to_certainty: tenure.toCertainty,
    last_listed: tenure.lastListed?.date ?? null,
    last_listed_precision: tenure.lastListed?.precision ?? null,
  };
}

export type TenureRow = {
  readonly [Column in keyof ReturnType<typeof tenureColumns>]: string | null;
};

export function tenureOf(row: TenureRow): Tenure {
  return {
    from: partial(row.from_date, row.from_precision),
    fromCertainty: row.from_certainty as Tenure['fromCertainty'],
    to: partial(row.to_date, row.to_precision),
    toCertainty: row.to_certainty as Tenure['toCertainty'],
    lastListed: partial(row.last_listed, row.last_listed_precision),
  };
}

function partial(date: string | null, precision: string | null): PartialDate | null {
  return date && precision ? { date: date as CalendarDate, precision: precision as DatePrecision } : null;
}
