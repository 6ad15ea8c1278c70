import type { Language } from '../../../../kernel/language.ts';
import { isCurrency } from '../../../../kernel/money.ts';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { amountOf, typedAmount } from '../../rules/amounts.ts';
import type { AnswerOf } from '../../rules/questions.ts';

/** A kept amount in words; what could not be read as it was typed. */
export function moneyText(language: Language, kept: string, currency: string): string {
  const amountMinor = amountOf(kept);
  if (amountMinor === undefined || !isCurrency(currency)) return typedAmount(kept, currency);
  return formatMoney(language, { amountMinor, currency });
}

/** A budget line by line, for comparing. */
export function plainBudget(budget: AnswerOf<'budget'>, language: Language): string {
  const t = words(language);
  const lines = budget.lines.map((line) =>
    [
      line.category,
      line.what,
      line.year === 0 ? t('not-said') : t('budget.year-n', { n: line.year }),
      moneyText(language, line.amountMinor, budget.currency),
    ].join(' | '),
  );
  return [...lines, `${t('budget.stated')}: ${moneyText(language, budget.totalMinor, budget.currency)}`].join(
    '\n',
  );
}
