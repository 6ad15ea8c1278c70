import type { ComponentChildren } from 'preact';
import { inputType, useField } from '../../../../design/form/form-context.ts';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';

interface CellProps {
  readonly name: string;
  /** Of the column; the row's number is added for those who do not see the table. */
  readonly column: string;
  readonly row: number;
  readonly value: string;
  readonly look?: 'short' | 'full' | undefined;
  readonly type?: 'text' | 'date' | 'number' | undefined;
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** One box of a table: named by its column and row, with its problem under it. */
export function Cell({ name, column, row, value, type = 'text', look = 'full', choices }: CellProps) {
  const t = words(useLanguage());
  const state = useField(name, value);
  const common = {
    id: state.id,
    name,
    'aria-label': t('cell', { column, row }),
    'aria-invalid': state.error ? ('true' as const) : undefined,
    'aria-describedby': state.error ? state.errorId : undefined,
  };
  return (
    <>
      {choices ? (
        <select {...common}>
          <option value="">{t('choose')}</option>
          {withTyped(choices, state.answer).map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === state.answer}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={inputType(type === 'date' && /^(?:\d{4}-\d\d-\d\d)?$/.test(state.answer) ? 'date' : 'text')}
          class={look}
          dir={type === 'text' ? 'auto' : 'ltr'}
          inputMode={type === 'number' ? 'decimal' : undefined}
          value={state.answer}
        />
      )}
      {state.error && (
        <span class="error" id={state.errorId}>
          {state.error}
        </span>
      )}
    </>
  );
}

/** What was chosen before is kept to see, even where it is no longer offered. */
function withTyped(choices: NonNullable<CellProps['choices']>, typed: string) {
  const known = typed === '' || choices.some(({ value }) => value === typed);
  return known ? choices : [...choices, { value: typed, label: typed }];
}

interface RowsFrameProps {
  readonly name: string;
  readonly caption: string;
  readonly offline?: boolean | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: number; readonly cells: readonly ComponentChildren[] }[];
  readonly children?: ComponentChildren;
}

/** A table to fill in, its rows cards on a phone. "More rows" saves and comes back with more: no script is needed. */
export function RowsFrame({ name, caption, offline, columns, rows, children }: RowsFrameProps) {
  const t = words(useLanguage());
  const state = useField(`${name}.more`);
  return (
    <div class="flow">
      <div class="table-frame">
        <table class="cards" role="table">
          <caption class="unseen">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {t('row')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" role="columnheader">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.key} role="row">
                <th scope="row" role="rowheader">
                  {row.key + 1}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={columns[index]} role="cell" data-label={columns[index]}>
                    <span>{cell}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {offline ? (
          <button type="button" class="button plain" data-add-row={name} hidden>
            {t('offline.add-row')}
          </button>
        ) : (
          <button type="submit" class="button plain" id={state.id} name="more" value={name}>
            {t('more-rows')}
          </button>
        )}{' '}
        <span class="quiet">{t('rows-hint')}</span>
      </p>
      {children}
    </div>
  );
}

/** Numbers of the rows to draw: those filled, one spare, more on demand, never above the most. */
export function rowsToDraw(filled: number, most: number, more?: boolean): number[] {
  const wanted = Math.max(filled + (more ? 4 : 1), Math.min(3, most));
  return Array.from({ length: Math.max(filled, Math.min(wanted, most)) }, (_, index) => index);
}
