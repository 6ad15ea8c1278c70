import type { CalendarDate, DatePrecision, PartialDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { heldOn, type Tenure } from '../../../kernel/tenure.ts';
import { formatPartialDate } from '../../../platform/languages/format.ts';
import { type CityKey, words } from '../messages/index.ts';
import type { EngagementKind } from '../rules/engagement.ts';
import type { EngagementRow } from '../store/city-record.ts';

/** Kinds that last: with a beginning and no end they go on. The others happened once. */
const lasting: readonly EngagementKind[] = ['board-seat', 'task-force-seat'];

/** What a record of engagement says, as one sentence: never typed by hand. */
export function engagementSentence(
  language: Language,
  city: string,
  row: EngagementRow,
  day: CalendarDate,
): string {
  const tenure = tenureOf(row);
  const held = heldOn(tenure, day);
  const lasts = lasting.includes(row.kind) ? (held === 'yes' ? 'still' : 'lasted') : 'once';
  return words(language)(`engagement.${row.kind}`, {
    city,
    object: row.object[language].replace(/[.。۔]+$/u, ''),
    held,
    when: whenPhrase(language, tenure, lasts),
  });
}

export function tenureOf(row: EngagementRow): Tenure {
  return {
    from: partial(row.from_date, row.from_precision),
    fromCertainty: row.from_certainty,
    to: partial(row.to_date, row.to_precision),
    toCertainty: row.to_certainty,
    lastListed: partial(row.last_listed, row.last_listed_precision),
  };
}

export function partial(date: CalendarDate | null, precision: DatePrecision | null): PartialDate | null {
  return date && precision ? { date, precision } : null;
}

/** Whether it goes on, went on for a time, or happened at once. */
export type Lasts = 'still' | 'lasted' | 'once';

/** As much of the time as its source states, to stand inside a sentence. */
export function whenPhrase(language: Language, tenure: Tenure, lasts: Lasts): string {
  const t = words(language);
  const { from, to, lastListed } = tenure;
  const said = (date: PartialDate) => formatPartialDate(language, date);
  const parts: string[] = [];
  const add = (key: CityKey, values: Record<string, string>) => void parts.push(t(key, values));
  if (from && tenure.fromCertainty === 'by') add('when.by', { from: said(from) });
  else if (from && to && tenure.toCertainty === 'stated' && said(from) !== said(to)) {
    return t('when.between', { from: said(from), to: said(to) });
  } else if (from && lasts !== 'once' && !sameDay(from, to)) {
    add(lasts === 'still' ? 'when.since' : 'when.from', { from: said(from) });
  } else if (from) add('when.on', { from: said(from), precision: from.precision });
  if (to && !(from && sameDay(from, to))) {
    add(tenure.toCertainty === 'stated' ? 'when.until' : 'when.over-by', { to: said(to) });
  }
  if (lastListed && tenure.toCertainty !== 'stated') add('when.last-listed', { listed: said(lastListed) });
  return parts.length > 0 ? parts.join(' ') : t('when.undated');
}

function sameDay(from: PartialDate, to: PartialDate | null): boolean {
  return from.date === to?.date && from.precision === to.precision;
}
