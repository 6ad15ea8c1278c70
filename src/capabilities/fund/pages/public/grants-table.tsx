import { DateText } from '../../../../design/date-text.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { SourceList } from '../../../library/index.ts';
import { localeTag } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import type { Grant } from '../../rules/grant.ts';
import { AmountText } from './amount-text.tsx';
import { StateTag } from './state-tag.tsx';

interface GrantsTableProps {
  readonly grants: readonly Grant[];
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly withWindow?: boolean;
  readonly sort?: { readonly by: string; readonly href: (by: string) => string };
  readonly csv?: string | undefined;
}

/** Grants, city by city; each leads to the page of its city. */
export function GrantsTable({ grants, language, href, withWindow, sort, csv }: GrantsTableProps) {
  const t = words(language);
  const columns: (Column<Grant> | undefined)[] = [
    {
      key: 'city',
      title: t('city'),
      rowHeader: true,
      sort: 'city',
      cell: ({ city, projectTitle }) => (
        <>
          <a href={href(`/cities/${city.id}`)}>
            <bdi>{cityName(language, city)}</bdi>
          </a>
          <span class="quiet">, {countryName(language, city.country)}</span>
          {projectTitle && (
            <>
              <br />
              <bdi class="quiet" lang="en">
                {projectTitle}
              </bdi>
            </>
          )}
        </>
      ),
    },
    withWindow
      ? {
          key: 'window',
          title: t('window'),
          cell: ({ window }) =>
            window ? (
              <a href={href(`/fund/windows/${window.slug}`)}>{window.name[language]}</a>
            ) : (
              <span class="quiet">{t('window-not-named')}</span>
            ),
        }
      : undefined,
    {
      key: 'announced',
      title: t('announced'),
      sort: 'announced',
      largestFirst: true,
      cell: ({ announced }) => <DateText date={announced} />,
    },
    {
      key: 'amount',
      title: t('amount'),
      sort: 'amount',
      largestFirst: true,
      figure: true,
      cell: (grant) => <AmountText amount={grant.amount} ceiling={grant.ceiling} />,
    },
    {
      key: 'partners',
      title: t('partners'),
      cell: ({ partners }) =>
        partners.length === 0
          ? '–'
          : new Intl.ListFormat(localeTag(language)).format(partners.map((one) => one[language])),
    },
    { key: 'state', title: t('state'), cell: ({ state }) => <StateTag state={state} /> },
    {
      key: 'sources',
      title: t('sources'),
      cell: (grant) => (
        <>
          {grant.remark && <p class="quiet">{grant.remark[language]}</p>}
          <SourceList sources={grant.sources} href={href} />
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('grants')}
      captionHidden
      rows={grants}
      rowKey={(grant) => grant.id}
      columns={columns.filter((column) => column !== undefined)}
      {...(sort ? { sort } : {})}
      csv={csv}
    />
  );
}
