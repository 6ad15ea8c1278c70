import { FieldGroup } from '../../../../design/form/field.tsx';
import { MoneyField } from '../../../../design/form/money-field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { useLanguage } from '../../../../design/language-context.ts';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { typedAmount } from '../../rules/amounts.ts';
import { type WindowTerms, yearsOf } from '../../rules/window-terms.ts';
import { BudgetSumsTable } from '../shown/budget-sums-table.tsx';
import { said } from '../said.ts';
import { Cell, RowsFrame, rowsToDraw } from './cell.tsx';
import { asked, type QuestionProps } from './asked-question.tsx';

/** Lines by category and year, and the total as the city states it beside the sums as they are computed. */
export function BudgetField({ question, answer, context }: QuestionProps<'budget'>) {
  const language = useLanguage();
  const t = words(language);
  const terms = context.terms;
  const state = useField(`${question.key}.more`);
  const currency = useField(`${question.key}.currency`, answer?.currency ?? terms?.currencies[0] ?? '');
  const props = asked(question, language, context.known?.[question.key]);
  const lines = answer?.lines ?? [];
  const columns = [t('budget.category'), t('budget.what'), t('budget.year'), t('budget.amount')] as const;
  const categories = (terms?.budgetCategories ?? []).map(({ key, label }) => ({
    value: key,
    label: said(label, language),
  }));
  const years = (terms ? yearsOf(terms) : [1]).map((n) => ({
    value: String(n),
    label: t('budget.year-n', { n }),
  }));
  return (
    <FieldGroup wide {...props} state={state} hint={<BudgetHint hint={props.hint} terms={terms} />}>
      <RowsFrame
        name={question.key}
        offline={context.offline}
        caption={props.label}
        columns={columns}
        rows={rowsToDraw(
          lines.length,
          question.maxLines,
          context.offline || context.more === question.key,
        ).map((row) => {
          const line = lines[row];
          const at = `${question.key}.${row}`;
          return {
            key: row,
            cells: [
              <Cell
                name={`${at}.category`}
                column={columns[0]}
                row={row + 1}
                value={line?.category ?? ''}
                choices={categories}
              />,
              <Cell name={`${at}.what`} column={columns[1]} row={row + 1} value={line?.what ?? ''} />,
              <Cell
                name={`${at}.year`}
                column={columns[2]}
                row={row + 1}
                value={line?.year ? String(line.year) : years.length === 1 ? '1' : ''}
                choices={years}
              />,
              <Cell
                name={`${at}.amount`}
                column={columns[3]}
                row={row + 1}
                value={line ? typedAmount(line.amountMinor, currency.answer) : ''}
                type="number"
                look="short"
              />,
            ],
          };
        })}
      >
        {!context.offline && answer && answer.lines.length > 0 && (
          <BudgetSumsTable budget={answer} terms={terms} />
        )}
        <MoneyField
          name={`${question.key}.total`}
          currencyName={`${question.key}.currency`}
          label={t('budget.total')}
          hint={t('budget.total-hint')}
          optional={!question.needed}
          currencies={terms?.currencies ?? [currency.answer]}
          initial={{
            amount: answer ? typedAmount(answer.totalMinor, answer.currency) : '',
            currency: currency.answer,
          }}
        />
      </RowsFrame>
    </FieldGroup>
  );
}

function BudgetHint({ hint, terms }: { hint: preact.ComponentChildren; terms: WindowTerms | undefined }) {
  const language = useLanguage();
  const t = words(language);
  return (
    <>
      {hint}{' '}
      {terms &&
        t('budget.terms', {
          ceiling: formatMoney(language, terms.ceiling),
          overhead: terms.overheadCapBasisPoints / 100,
          years: yearsOf(terms).length,
        })}
    </>
  );
}
