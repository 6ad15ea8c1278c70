import type { PartialDate } from '../../../kernel/calendar-date.ts';
import { because, type Problem } from '../../../kernel/refusal.ts';
import { lastDayOf, type Tenure } from '../../../kernel/tenure.ts';

/** What cannot be so in the dates of a seat: all of it at once, each at its field. */
export function problemsOfDates(tenure: Tenure): Problem[] {
  const { from, to, lastListed } = tenure;
  const problems: Problem[] = [];
  if (isBefore(to, from)) problems.push({ field: 'to', reason: because('governance:ends-before-it-begins') });
  if (isBefore(lastListed, from))
    problems.push({ field: 'lastListed', reason: because('governance:listed-before-it-begins') });
  if (isBefore(to, lastListed) && tenure.toCertainty === 'stated')
    problems.push({ field: 'lastListed', reason: because('governance:listed-after-it-ended') });
  return problems;
}

/** Surely before: even its last possible day is before the other's first. */
function isBefore(a: PartialDate | null, b: PartialDate | null): boolean {
  return a !== null && b !== null && lastDayOf(a) < b.date;
}
