import { useLanguage } from '../../../../design/language-context.ts';
import { Table } from '../../../../design/table.tsx';
import { words } from '../../messages/index.ts';
import type { IndicatorRow, TableColumn } from '../../rules/form.ts';
import { said } from '../said.ts';

interface Numbered<Row> {
  readonly row: Row;
  readonly index: number;
}

interface TableShownProps {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly caption: string;
}

export function TableShown({ columns, rows, caption }: TableShownProps) {
  const language = useLanguage();
  return (
    <Table<Numbered<Readonly<Record<string, string>>>>
      caption={caption}
      captionHidden
      rows={rows.map((row, index) => ({ row, index }))}
      rowKey={({ index }) => String(index)}
      columns={columns.map((column, place) => ({
        key: column.key,
        title: said(column.label, language),
        rowHeader: place === 0,
        figure: column.kind === 'number',
        cell: ({ row }) => <bdi>{row[column.key] ?? ''}</bdi>,
      }))}
    />
  );
}

export function IndicatorsShown({ rows, caption }: { rows: readonly IndicatorRow[]; caption: string }) {
  const t = words(useLanguage());
  return (
    <Table<Numbered<IndicatorRow>>
      caption={caption}
      captionHidden
      rows={rows.map((row, index) => ({ row, index }))}
      rowKey={({ index }) => String(index)}
      columns={(['what', 'unit', 'baseline', 'target', 'by'] as const).map((part) => ({
        key: part,
        title: t(`indicator.${part}`),
        rowHeader: part === 'what',
        figure: part === 'baseline' || part === 'target',
        cell: ({ row }) => <bdi>{row[part]}</bdi>,
      }))}
    />
  );
}
