import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { isCurrency } from '../../../kernel/money.ts';
import { because, type Problem, type Reason, type SentenceValues } from '../../../kernel/refusal.ts';
import { kindRules } from './claim-kinds.ts';
import type { Entry, Evidence } from './entry.ts';

/** All that is wrong with what a claim says, each tied to its field. @param today in UTC */
export function entryProblems(entry: Entry, today: CalendarDate): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: string, key: Reason['key'], values?: SentenceValues) =>
    problems.push({ field, reason: because(key, values) });
  const rule = kindRules[entry.kind];
  if (!rule.subjects.includes(entry.subject.kind)) wrong('subjectKind', 'impact:other-subject');
  if (entry.subject.kind === 'city' && entry.subject.cityId === null) wrong('city', 'impact:city-needed');
  if (entry.on.date > today) wrong('on', 'impact:future-date');
  if (entry.amount && entry.count) wrong('amount', 'impact:amount-and-count');
  else if (rule.takes === 'amount' && !entry.amount) wrong('amount', 'impact:amount-needed');
  else if (rule.takes === 'count' && !entry.count) wrong('count', 'impact:count-needed');
  else if (rule.takes !== 'amount' && entry.amount) wrong('amount', 'impact:no-amount-here');
  else if (rule.takes !== 'count' && entry.count) wrong('count', 'impact:no-count-here');
  if (entry.amount && !isCurrency(entry.amount.currency)) wrong('amountCurrency', 'platform:not-a-currency');
  if (entry.amount && entry.amount.amountMinor <= 0n) wrong('amount', 'platform:amount-not-positive');
  if (entry.count && entry.count.value <= 0n) wrong('count', 'platform:number-too-small', { min: 1 });
  problems.push(...usdProblems(entry));
  return problems;
}

function usdProblems({ usd, amount }: Entry): Problem[] {
  if (!usd) return [];
  if (!amount || amount.currency === 'USD')
    return [{ field: 'usd', reason: because('impact:usd-not-needed') }];
  if (usd.amountMinor <= 0n) return [{ field: 'usd', reason: because('platform:amount-not-positive') }];
  return usd.source.trim() === ''
    ? [{ field: 'usdSource', reason: because('impact:usd-source-needed') }]
    : [];
}

/** A figure without evidence is no claim: at least one piece, and each can be found again. */
export function evidenceProblems(evidence: readonly Evidence[]): Problem[] {
  if (evidence.length === 0) return [{ field: 'evidenceTitle1', reason: because('impact:evidence-needed') }];
  return evidence.flatMap((piece, index) =>
    piece.source || piece.address || piece.fileSha256
      ? []
      : [{ field: `evidenceAddress${index + 1}`, reason: because('impact:evidence-not-found-again') }],
  );
}
