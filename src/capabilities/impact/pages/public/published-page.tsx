import { DateText } from '../../../../design/date-text.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import { sayQualified } from '../say.ts';
import type { PublishedRow } from '../../store/published-page.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { chartFormat, partial } from '../say.ts';

interface PublishedPageProps {
  readonly rows: readonly PublishedRow[];
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** What has been published in numbers, as it was said: those the ledger itemises, and those it cannot. */
export function PublishedPage({ rows, language, href }: PublishedPageProps) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('all-published')} lead={t('published-lead')} />
      <Table
        caption={t('all-published')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        csv="/impact/published.csv"
        columns={[
          {
            key: 'figure',
            title: t('figure'),
            rowHeader: true,
            cell: (row) =>
              row.itemised && row.about === null ? (
                <a href={href(`/impact/${row.key}`)}>{row.title[language]}</a>
              ) : (
                row.title[language]
              ),
          },
          { key: 'value', title: t('published-value'), figure: true, cell: (row) => sayRow(language, row) },
          {
            key: 'date',
            title: t('date'),
            cell: (row) => <DateText date={partial(row.day, row.precision)} />,
          },
          {
            key: 'source',
            title: t('source'),
            cell: (row) => (
              <>
                {row.wording && (
                  <q lang="en" dir="ltr">
                    {row.wording}
                  </q>
                )}
                {row.remark && <p class="quiet">{row.remark[language]}</p>}
                <SourceList sources={row.sources} href={href} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function sayRow(language: Language, row: PublishedRow): string {
  const value =
    row.unit === 'percent'
      ? formatNumber(language, row.value / 100, { style: 'percent' })
      : row.unit === 'multiple'
        ? `${formatNumber(language, row.value)}×`
        : chartFormat(language, row.currency ?? '')(row.value);
  return sayQualified(language, row.qualifier, value);
}
