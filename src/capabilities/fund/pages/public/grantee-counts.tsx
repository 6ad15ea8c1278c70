import { DateText } from '../../../../design/date-text.tsx';
import { Table } from '../../../../design/table.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import type { Comparison } from '../../rules/published-and-named.ts';

interface GranteeCountsProps {
  readonly comparisons: readonly Comparison[];
  readonly href: (path: string) => string;
}

/** What was published of the number of grantees beside what can be named on the same day: the difference stays visible. */
export function GranteeCounts({ comparisons, href }: GranteeCountsProps) {
  const language = useLanguage();
  const t = words(language);
  const signed = (n: number) => formatNumber(language, n, { signDisplay: 'exceptZero' });
  return (
    <Table
      caption={t('published-and-named')}
      captionHidden
      rows={comparisons}
      rowKey={({ figure }) => figure.slug}
      columns={[
        {
          key: 'what',
          title: t('published-figure'),
          rowHeader: true,
          cell: ({ figure }) => (
            <>
              {figure.title[language]}{' '}
              <span class="quiet">
                <DateText date={{ date: figure.date as CalendarDate, precision: figure.precision }} />
              </span>
              {figure.wording && (
                <>
                  <br />
                  <q class="quiet" lang="en" dir="ltr">
                    {figure.wording}
                  </q>
                </>
              )}
            </>
          ),
        },
        {
          key: 'published',
          title: t('published'),
          figure: true,
          cell: ({ figure }) => formatNumber(language, figure.value),
        },
        {
          key: 'named',
          title: t('can-be-named'),
          figure: true,
          cell: ({ named }) => formatNumber(language, named),
        },
        {
          key: 'difference',
          title: t('difference'),
          figure: true,
          cell: ({ difference }) => signed(difference),
        },
        {
          key: 'why',
          title: t('why'),
          cell: ({ key, figure, difference }) => (
            <>
              {difference === 0 ? t('why-none') : t(`why-${key}`)}
              <SourceList sources={figure.sources} href={href} />
            </>
          ),
        },
      ]}
    />
  );
}
