import { FieldGroup } from '../../../../design/form/field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { useLanguage } from '../../../../design/language-context.ts';
import { said } from '../said.ts';
import { Cell, RowsFrame, rowsToDraw } from './cell.tsx';
import { asked, type QuestionProps } from './asked-question.tsx';

/** Rows of a table whose columns the form names. */
export function TableField({ question, answer, context }: QuestionProps<'table'>) {
  const language = useLanguage();
  const state = useField(`${question.key}.more`);
  const props = asked(question, language, context.known?.[question.key]);
  const columns = question.columns.map((column) => ({
    ...column,
    title:
      column.kind === 'number'
        ? `${said(column.label, language)} (${said(column.unit, language)})`
        : said(column.label, language),
  }));
  const rows = rowsToDraw(
    answer?.rows.length ?? 0,
    question.maxRows,
    context.offline || context.more === question.key,
  );
  return (
    <FieldGroup wide {...props} state={state}>
      <RowsFrame
        name={question.key}
        offline={context.offline}
        caption={props.label}
        columns={columns.map(({ title }) => title)}
        rows={rows.map((row) => ({
          key: row,
          cells: columns.map((column) => (
            <Cell
              key={column.key}
              name={`${question.key}.${row}.${column.key}`}
              column={column.title}
              row={row + 1}
              type={column.kind}
              look={column.kind === 'text' ? 'full' : 'short'}
              value={answer?.rows[row]?.[column.key] ?? ''}
            />
          )),
        }))}
      />
    </FieldGroup>
  );
}
