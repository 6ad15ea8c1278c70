import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { GrantFilter, GrantSort } from './choose-grants.ts';
import { type Grant, shareOfCities } from '../../rules/grant.ts';
import type { Reckoning } from '../../store/fund.ts';
import { GrantsFilter, granteesPath } from './grants-filter.tsx';
import { GrantsTable } from './grants-table.tsx';

export interface GranteesPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  /** All of them, for what can be filtered by. */
  readonly all: readonly Grant[];
  readonly grants: readonly Grant[];
  readonly filter: GrantFilter;
  readonly sort: GrantSort;
  readonly today: CalendarDate;
  readonly reckonings: readonly Reckoning[];
}

/** Every grant that can be named, with filters; the shares count each city once. */
export function GranteesPage(props: GranteesPageProps) {
  const { language, href, grants, filter, sort, today } = props;
  const t = words(language);
  const south = shareOfCities(grants, (city) => city.globalSouth);
  const secondary = shareOfCities(grants, (city) => city.secondaryCity);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/fund'), label: t('fund') }]} />
      <PageHead
        title={t('grantees')}
        lead={t('grantees-lead')}
        facts={[
          { label: t('global-south'), value: t('share', { ...south }) },
          { label: t('secondary'), value: t('share', { ...secondary }) },
          { label: t('as-at'), value: formatDate(language, today) },
        ]}
      />
      <GrantsFilter {...props} />
      {grants.length === 0 ? (
        <EmptyState title={t('none-match')} action={{ href: href('/fund/grantees'), label: t('see-all') }}>
          {t('none-match-why')}
        </EmptyState>
      ) : (
        <GrantsTable
          {...{ grants, language, href }}
          withWindow
          sort={{ by: sort, href: (by) => href(granteesPath(filter, { sort: by })) }}
          csv={href(granteesPath(filter, { file: 'csv' }))}
        />
      )}
      <p class="quiet">
        <a href={href(granteesPath(filter, { file: 'json' }))}>JSON</a> · {t('amounts-say')}
      </p>
      <Vintages reckonings={props.reckonings} language={language} href={href} />
    </>
  );
}

/** Under which definition and which list the shares were counted. */
function Vintages({
  reckonings,
  language,
  href,
}: Pick<GranteesPageProps, 'reckonings' | 'language' | 'href'>) {
  const t = words(language);
  return (
    <>
      {reckonings.map(({ key, title, version, vintage }) => (
        <p key={key} class="quiet">
          <a href={href('/cities/definitions')}>{t('counted-under', { title: title[language], version })}</a>
          {vintage && ` ${t('by-list', { vintage })}`}
        </p>
      ))}
    </>
  );
}
