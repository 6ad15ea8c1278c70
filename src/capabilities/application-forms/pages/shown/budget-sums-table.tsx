import { useLanguage } from '../../../../design/language-context.ts';
import { isCurrency } from '../../../../kernel/money.ts';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { amountOf } from '../../rules/amounts.ts';
import { sumsOf } from '../../rules/budget-sums.ts';
import type { AnswerOf } from '../../rules/questions.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { said } from '../said.ts';

interface BudgetSumsProps {
  readonly budget: AnswerOf<'budget'>;
  readonly terms: WindowTerms | undefined;
}

/** What the lines come to: by category and year, and beside the total as stated. */
export function BudgetSumsTable({ budget, terms }: BudgetSumsProps) {
  const language = useLanguage();
  const t = words(language);
  if (!isCurrency(budget.currency)) return null;
  const sums = sumsOf(budget, terms);
  const years = [...sums.byYear.keys()].toSorted((a, b) => a - b);
  const money = (amountMinor: bigint) => formatMoney(language, { amountMinor, currency: budget.currency });
  const nameOf = (key: string) => {
    const category = terms?.budgetCategories.find((one) => one.key === key);
    return category ? said(category.label, language) : key || t('not-said');
  };
  const stated = amountOf(budget.totalMinor);
  return (
    <div class="scroll" role="region" aria-label={t('budget.sums')} tabIndex={0}>
      <table>
        <caption>{t('budget.sums')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('budget.category')}</th>
            {years.map((year) => (
              <th key={year} scope="col" class="figure">
                {year === 0 ? t('not-said') : t('budget.year-n', { n: year })}
              </th>
            ))}
            <th scope="col" class="figure">
              {t('budget.all-years')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...sums.byCategory].map(([category, byYear]) => (
            <tr key={category}>
              <th scope="row">{nameOf(category)}</th>
              {years.map((year) => (
                <td key={year} class="figure">
                  {money(byYear.get(year) ?? 0n)}
                </td>
              ))}
              <td class="figure">{money([...byYear.values()].reduce((sum, one) => sum + one, 0n))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('budget.sum-of-lines')}</th>
            {years.map((year) => (
              <td key={year} class="figure">
                {money(sums.byYear.get(year) ?? 0n)}
              </td>
            ))}
            <td class="figure">
              <strong>{money(sums.total)}</strong>
            </td>
          </tr>
          {stated !== undefined && (
            <tr>
              <th scope="row" colSpan={years.length + 1}>
                {t('budget.stated')}
              </th>
              <td class="figure">{money(stated)}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  );
}
