import { DateText } from '../../../../design/date-text.tsx';
import type { Column } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { ListedSource } from '../../store/sources.ts';

export function sourceColumns(language: Language, href: (path: string) => string): Column<ListedSource>[] {
  const t = words(language);
  return [
    {
      key: 'title',
      title: t('title'),
      rowHeader: true,
      cell: (row) => (
        <a href={href(`/sources/${row.slug}`)}>
          <bdi lang={row.language ?? undefined}>{row.title}</bdi>
        </a>
      ),
    },
    { key: 'publisher', title: t('publisher'), cell: (row) => <bdi>{row.publisher}</bdi> },
    {
      key: 'date',
      title: t('date'),
      cell: (row) => (row.date ? <DateText date={row.date} /> : t('undated')),
    },
    {
      key: 'cited',
      title: t('cited-by'),
      figure: true,
      cell: (row) => formatNumber(language, row.cited),
    },
  ];
}
