import { FieldGroup } from '../../../../design/form/field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import { Cell, RowsFrame, rowsToDraw } from './cell.tsx';
import { asked, type QuestionProps } from './asked-question.tsx';

const parts = [
  ['what', 'text'],
  ['unit', 'text'],
  ['baseline', 'number'],
  ['target', 'number'],
  ['by', 'date'],
] as const;

/** What is to change, counted in what, from where to where, by when. */
export function IndicatorsField({ question, answer, context }: QuestionProps<'indicators'>) {
  const language = useLanguage();
  const t = words(language);
  const state = useField(`${question.key}.more`);
  const props = asked(question, language, context.known?.[question.key]);
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
        columns={parts.map(([part]) => t(`indicator.${part}`))}
        rows={rows.map((row) => ({
          key: row,
          cells: parts.map(([part, type]) => (
            <Cell
              key={part}
              name={`${question.key}.${row}.${part}`}
              column={t(`indicator.${part}`)}
              row={row + 1}
              type={type}
              look={part === 'what' ? 'full' : 'short'}
              value={answer?.rows[row]?.[part] ?? ''}
            />
          )),
        }))}
      />
    </FieldGroup>
  );
}
