import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag, type Tone } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { type Stage, wordingFor } from '../../rules/response.ts';
import type { ListedResponse } from '../../store/record.ts';
import { countriesInWords } from '../frame.ts';

export const stageTones: Record<Stage, Tone> = {
  draft: 'neutral',
  published: 'signal',
  withdrawn: 'stopped',
  closed: 'done',
};

interface ResponseTableProps {
  readonly language: Language;
  readonly responses: readonly ListedResponse[];
  readonly hrefOf: (response: ListedResponse) => string;
  readonly emptyAction?: { readonly href: string; readonly label: string };
}

export function ResponseTable({ language, responses, hrefOf, emptyAction }: ResponseTableProps) {
  const t = words(language);
  return (
    <Table
      caption={t('emergencies')}
      captionHidden
      rows={responses}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t('emergency'),
          rowHeader: true,
          cell: (row) => (
            <a href={hrefOf(row)}>
              <bdi>{wordingFor(row.wordings, language).title}</bdi>
            </a>
          ),
        },
        {
          key: 'stage',
          title: t('state'),
          cell: (row) => <Tag tone={stageTones[row.stage]}>{t(`stage.${row.stage}`)}</Tag>,
        },
        { key: 'since', title: t('since'), cell: (row) => <DateText date={row.startsOn} /> },
        { key: 'where', title: t('where'), cell: (row) => countriesInWords(language, row.countries) },
        {
          key: 'cities',
          title: t('cities'),
          figure: true,
          cell: (row) => formatNumber(language, row.cities),
        },
        {
          key: 'resources',
          title: t('resources-short'),
          figure: true,
          cell: (row) => formatNumber(language, row.resources),
        },
      ]}
      empty={
        <EmptyState title={t('no-emergencies')} action={emptyAction}>
          {t('no-emergencies-why')}
        </EmptyState>
      }
    />
  );
}

interface ListPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly responses: readonly ListedResponse[];
}

/** Open emergencies, then those that are over and stay as a record. */
export function ListPage({ language, href, responses }: ListPageProps) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('emergencies')} lead={t('emergencies-lead')} />
      <ResponseTable
        {...{ language, responses }}
        hrefOf={({ slug }) => href(`/emergencies/${slug}`)}
        emptyAction={{ href: href('/ask'), label: t('ask-the-desk') }}
      />
    </>
  );
}
