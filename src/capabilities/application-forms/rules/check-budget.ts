import type { Language } from '../../../kernel/language.ts';
import { isCurrency } from '../../../kernel/money.ts';
import { amountOf } from './amounts.ts';
import type { Fault, Judging } from './check-answers.ts';
import { type BudgetSums, sumsOf } from './budget-sums.ts';
import type { AnswerOf, QuestionOf } from './questions.ts';
import { sayMoney } from './say.ts';
import { type WindowTerms, yearsOf } from './window-terms.ts';

type Budget = AnswerOf<'budget'>;

export function budgetProblems(
  question: QuestionOf<'budget'>,
  budget: Budget,
  { window, language }: Judging,
): Fault[] {
  const faults = budget.lines.flatMap((line, index) => lineFaults(line, index, window));
  if (budget.lines.length === 0) faults.push(['budget-without-lines']);
  if (budget.lines.length > question.maxLines)
    faults.push(['too-many-rows', { rows: budget.lines.length, most: question.maxLines }]);
  if (window ? !window.currencies.includes(budget.currency) : !isCurrency(budget.currency))
    faults.push([
      'currency-not-allowed',
      { currency: budget.currency || '–', allowed: window?.currencies.join(', ') ?? 'ISO 4217' },
      'currency',
    ]);
  if (!isCurrency(budget.currency)) return faults;
  return [...faults, ...totalFaults(budget, window, language)];
}

function lineFaults(line: Budget['lines'][number], index: number, window: WindowTerms | undefined): Fault[] {
  const row = index + 1;
  const at = (field: string) => `${index}.${field}`;
  const faults: Fault[] = [];
  const amount = amountOf(line.amountMinor);
  if (!line.category) faults.push(['line-category-missing', { row }, at('category')]);
  else if (window && !window.budgetCategories.some(({ key }) => key === line.category))
    faults.push(['line-category-unknown', { row }, at('category')]);
  if (line.what.trim() === '') faults.push(['line-what-missing', { row }, at('what')]);
  if (line.year === 0) faults.push(['line-year-missing', { row }, at('year')]);
  else if (window && !yearsOf(window).includes(line.year))
    faults.push(['line-year-outside', { row, years: yearsOf(window).length }, at('year')]);
  if (line.amountMinor === '') faults.push(['line-amount-missing', { row }, at('amount')]);
  else if (amount === undefined)
    faults.push([
      'line-amount-unreadable',
      { row, typed: shortened(line.amountMinor.slice(1)) },
      at('amount'),
    ]);
  else if (amount < 0n) faults.push(['line-amount-negative', { row }, at('amount')]);
  return faults;
}

function totalFaults(budget: Budget, window: WindowTerms | undefined, language: Language): Fault[] {
  const stated = amountOf(budget.totalMinor);
  if (budget.totalMinor === '') return [['total-missing', {}, 'total']];
  if (stated === undefined)
    return [['total-unreadable', { typed: shortened(budget.totalMinor.slice(1)) }, 'total']];
  const sums = sumsOf(budget, window);
  const money = (minor: bigint) => sayMoney(language, minor, budget.currency);
  const faults: Fault[] = [];
  if (stated < 0n) faults.push(['total-negative', {}, 'total']);
  if (sums.allReadable && stated !== sums.total)
    faults.push(['total-differs', { sum: money(sums.total), stated: money(stated) }, 'total']);
  return window ? [...faults, ...termFaults(stated, sums, budget.currency, window, money)] : faults;
}

/** A budget in another currency than the ceiling's is not compared with it here: that needs a rate and its day. */
function termFaults(
  stated: bigint,
  sums: BudgetSums,
  currency: string,
  { ceiling, overheadCapBasisPoints }: WindowTerms,
  money: (minor: bigint) => string,
): Fault[] {
  const faults: Fault[] = [];
  const asked = stated > sums.total ? stated : sums.total;
  if (currency === ceiling.currency && asked > ceiling.amountMinor)
    faults.push(['over-ceiling', { asked: money(asked), ceiling: money(ceiling.amountMinor) }, 'total']);
  if (sums.overheadBasisPoints > overheadCapBasisPoints)
    faults.push([
      'overhead-above',
      { share: sums.overheadBasisPoints / 100, cap: overheadCapBasisPoints / 100 },
      'total',
    ]);
  return faults;
}

function shortened(typed: string): string {
  return typed.length > 40 ? `${typed.slice(0, 40)}…` : typed;
}
