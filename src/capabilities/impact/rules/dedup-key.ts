import { type Entry, type RecordReference, subjectKey } from './entry.ts';

/**
 * Two claims with the same key are one claim told twice: the same kind, subject, date and measure. A claim from a record
 * also carries the record, for a city may do two things in one year that are dated by the year alone.
 */
export function dedupKey(entry: Entry, record: RecordReference | null): string {
  const said = entry.on.date.slice(0, { year: 4, month: 7, day: 10 }[entry.on.precision]);
  const measure = entry.amount
    ? `${entry.amount.amountMinor} ${entry.amount.currency}`
    : entry.count
      ? `${entry.count.value} ${entry.count.unit}`
      : '';
  return [entry.kind, subjectKey(entry.subject), said, measure, record ? `${record.kind}:${record.id}` : '']
    .join(' | ')
    .replace(/( \| )+$/, '');
}
