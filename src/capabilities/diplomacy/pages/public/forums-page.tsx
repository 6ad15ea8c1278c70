import { DateText } from '../../../../design/date-text.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { citiesNamed, type Forum } from '../../rules/forum.ts';
import { ForumsChart } from './forums-chart.tsx';

interface ForumsPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly forums: readonly Forum[];
  readonly today: CalendarDate;
}

export function ForumsPage({ language, href, forums, today }: ForumsPageProps) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('forums')} lead={t('forums-lead')} />
      <ForumsChart forums={forums} today={today} />
      <Table
        caption={t('forums')}
        captionHidden
        rows={forums}
        rowKey={(forum) => forum.id}
        columns={columns(language, href)}
        csv={href('/forums.csv')}
      />
      <p class="quiet">
        <a href={href('/forums.json')}>JSON</a> · {t('named-is-not-all')}
      </p>
    </>
  );
}

function columns(language: Language, href: (path: string) => string): Column<Forum>[] {
  const t = words(language);
  return [
    {
      key: 'forum',
      title: t('forum'),
      rowHeader: true,
      cell: (forum) => (
        <>
          <a href={href(`/forums/${forum.slug}`)}>{forum.name[language]}</a>
          {forum.acronym && <bdi class="quiet"> {forum.acronym}</bdi>}
        </>
      ),
    },
    {
      key: 'by',
      title: t('convened-by'),
      cell: (forum) => forum.convenedBy?.[language] ?? t('not-published'),
    },
    {
      key: 'editions',
      title: t('meetings'),
      figure: true,
      cell: ({ editions }) => formatNumber(language, editions.length),
    },
    {
      key: 'latest',
      title: t('latest'),
      cell: ({ editions }) => {
        const from = editions[0]?.from;
        return from ? <DateText date={from} /> : t('not-published');
      },
    },
    {
      key: 'cities',
      title: t('cities-named'),
      figure: true,
      cell: ({ editions }) => formatNumber(language, citiesNamed(editions).length),
    },
  ];
}
