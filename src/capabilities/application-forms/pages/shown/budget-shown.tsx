import { Table } from '../../../../design/table.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import type { AnswerOf } from '../../rules/questions.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { said } from '../said.ts';
import { BudgetSumsTable } from './budget-sums-table.tsx';
import { moneyText } from './plain-budget.ts';

interface BudgetShownProps {
  readonly budget: AnswerOf<'budget'>;
  readonly terms: WindowTerms | undefined;
}

/** A budget to read: its lines, then their sums beside the total as stated. */
export function BudgetShown({ budget, terms }: BudgetShownProps) {
  const language = useLanguage();
  const t = words(language);
  const nameOf = (key: string) =>
    said(terms?.budgetCategories.find((one) => one.key === key)?.label, language) || key || t('not-said');
  return (
    <>
      <Table
        caption={t('budget.lines')}
        rows={budget.lines.map((line, index) => ({ ...line, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: 'what',
            title: t('budget.what'),
            rowHeader: true,
            cell: ({ what }) => <bdi>{what || t('not-said')}</bdi>,
          },
          { key: 'category', title: t('budget.category'), cell: ({ category }) => nameOf(category) },
          {
            key: 'year',
            title: t('budget.year'),
            cell: ({ year }) => (year === 0 ? t('not-said') : t('budget.year-n', { n: year })),
          },
          {
            key: 'amount',
            title: t('budget.amount'),
            figure: true,
            cell: ({ amountMinor }) => (
              <bdi>{moneyText(language, amountMinor, budget.currency) || t('not-said')}</bdi>
            ),
          },
        ]}
      />
      <BudgetSumsTable budget={budget} terms={terms} />
    </>
  );
}
