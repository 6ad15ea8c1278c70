import { FieldGroup } from '../../../../design/form/field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import type { TableColumn } from '../../rules/form.ts';
import { rowsToDraw } from '../fields/cell.tsx';
import { LocalTextFields } from './local-text-fields.tsx';

interface ColumnFieldsProps {
  readonly columns: readonly TableColumn[];
  readonly more: boolean;
}

/** The columns of a table, one block each; a block without words is no column. */
export function ColumnFields({ columns, more }: ColumnFieldsProps) {
  const t = words(useLanguage());
  const state = useField('column.more');
  return (
    <FieldGroup wide label={t('q.columns')} hint={t('q.columns-hint')} state={state}>
      {rowsToDraw(columns.length, 12, more).map((row) => {
        const column = columns[row];
        return (
          <details key={row} open={row <= columns.length}>
            <summary>{t('q.column-n', { n: row + 1 })}</summary>
            <input type="hidden" name={`column.${row}.key`} value={column?.key ?? ''} />
            <LocalTextFields
              name={`column.${row}.label`}
              label={t('q.column-title')}
              initial={column?.label}
              optional
            />
            <SelectField
              name={`column.${row}.kind`}
              label={t('q.column-kind')}
              none={false}
              choices={(['text', 'number', 'date'] as const).map((value) => ({
                value,
                label: t(`kind.${value}`),
              }))}
              initial={column?.kind ?? 'text'}
            />
            <LocalTextFields
              name={`column.${row}.unit`}
              label={t('q.column-unit')}
              initial={column?.kind === 'number' ? column.unit : undefined}
              optional
            />
          </details>
        );
      })}
      <p>
        <button type="submit" class="button plain" id={state.id} name="more" value="column">
          {t('more-rows')}
        </button>
      </p>
    </FieldGroup>
  );
}
