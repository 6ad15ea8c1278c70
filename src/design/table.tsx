import type { ComponentChildren } from 'preact';
import { useKitWords } from './language-context.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** The word of `?sort=`; a minus before it sorts downwards. */
  readonly sort?: string | undefined;
  /** Sorting starts with the largest, as readers expect of amounts and dates. */
  readonly largestFirst?: boolean | undefined;
  /** Numbers: aligned at the end, figures of equal width. */
  readonly figure?: boolean | undefined;
  /** Names the row. One column should. */
  readonly rowHeader?: boolean | undefined;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** `by` is the current `?sort=` value, `href` makes the address of another. */
  readonly sort?: { readonly by: string; readonly href: (by: string) => string } | undefined;
  /** The same rows, all of them, as CSV. */
  readonly csv?: string | undefined;
  /** Shown in place of a table without rows: an <EmptyState>. */
  readonly empty?: ComponentChildren;
}

/** Sorted by links, so it works without JavaScript; on a phone each row is a card. Roles are said aloud because cards undo them. */
export function Table<Row>({ columns, rows, rowKey, sort, csv, empty, ...props }: TableProps<Row>) {
  const t = useKitWords();
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div class="table-frame">
      <table class="cards" role="table">
        <caption class={props.captionHidden ? 'unseen' : undefined}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {csv && (
        <p class="table-foot">
          <a href={csv} download>
            {t('download-csv')}
          </a>
        </p>
      )}
    </div>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader">
        {content}
      </th>
    );
  }
  return (
    <td role="cell" data-label={column.title} class={column.figure ? 'figure' : undefined}>
      <span>{content}</span>
    </td>
  );
}

interface HeadCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: TableProps<Row>['sort'];
}

function HeadCell<Row>({ column, sort }: HeadCellProps<Row>) {
  const state =
    column.sort && sort ? sortState(column.sort, column.largestFirst === true, sort.by) : undefined;
  return (
    <th scope="col" role="columnheader" class={column.figure ? 'figure' : undefined} aria-sort={state?.now}>
      {state && sort ? (
        <a href={sort.href(state.next)} data-sort={state.now ?? ''}>
          {column.title}
        </a>
      ) : (
        column.title
      )}
    </th>
  );
}

/** How the column is sorted now, and what its link asks for: the other way round, or its natural way first. */
function sortState(key: string, largestFirst: boolean, by: string) {
  if (by === key) return { now: 'ascending', next: `-${key}` } as const;
  if (by === `-${key}`) return { now: 'descending', next: key } as const;
  return { now: undefined, next: largestFirst ? `-${key}` : key };
}
