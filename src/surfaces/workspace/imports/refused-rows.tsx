import { Table } from '../../../design/table.tsx';
import type { Problem } from '../../../kernel/refusal.ts';
import type { Visit } from '../../../platform/http/route.ts';
import type { RefusedRow } from '../../../platform/imports/judge.ts';
import type { AnyImportKind } from '../../../platform/imports/kind.ts';
import { words } from '../../../platform/imports/messages/index.ts';
import type { Batch } from '../../../platform/imports/store.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { formatNumber } from '../../../platform/languages/format.ts';

interface RefusedRowsProps {
  readonly visit: Visit;
  readonly kind: AnyImportKind;
  readonly batch: Batch;
  readonly refused: readonly RefusedRow[];
}

/** On the page; the rest is in the download. */
const shown = 50;

/** Each refused row with its number, column, what the file says there, and why it cannot be added. */
export function RefusedRows({ visit, batch, refused }: RefusedRowsProps) {
  const t = words(visit.language);
  const cell = (row: RefusedRow, problem: Problem) => row.cells[batch.mapping[problem.field] ?? -1] ?? '';
  const lines = refused.flatMap((row) => row.problems.map((problem) => ({ row, problem })));
  return (
    <section>
      <h2>{t('refused-rows', { rows: refused.length })}</h2>
      {refused.length > 0 && (
        <>
          <p>{t('refused-lead')}</p>
          <Table
            caption={t('refused-rows', { rows: refused.length })}
            captionHidden
            rows={lines.slice(0, shown)}
            rowKey={({ row, problem }) => `${row.number} ${problem.field}`}
            columns={[
              {
                key: 'row',
                title: t('row'),
                figure: true,
                rowHeader: true,
                cell: ({ row }) => formatNumber(visit.language, row.number),
              },
              { key: 'column', title: t('column'), cell: ({ problem }) => <code>{problem.field}</code> },
              {
                key: 'value',
                title: t('value'),
                cell: ({ row, problem }) => <bdi>{cell(row, problem)}</bdi>,
              },
              {
                key: 'problem',
                title: t('problem'),
                cell: ({ problem }) => explain(visit.language, problem.reason),
              },
            ]}
          />
          {lines.length > shown && <p>{t('more-refused', { rows: lines.length - shown })}</p>}
          <p>
            <a href={`/workspace/imports/${batch.id}/refused.csv`}>{t('refused-download')}</a>
          </p>
        </>
      )}
    </section>
  );
}
