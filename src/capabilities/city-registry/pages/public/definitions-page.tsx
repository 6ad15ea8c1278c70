import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate, formatNumber } from '../../../../platform/languages/format.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import type { DefinitionShown, ListShown } from '../../store/definitions.ts';
import { listHolds } from '../list-says.ts';

interface DefinitionsProps {
  readonly visit: Visit;
  readonly definitions: readonly DefinitionShown[];
  readonly lists: readonly ListShown[];
  readonly day: CalendarDate;
}

export function DefinitionsPage({ visit, definitions, lists, day }: DefinitionsProps) {
  const t = words(visit.language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/cities'), label: t('title') }]} />
      <PageHead title={t('definitions-title')} lead={t('definitions-lead')} />
      <section>
        <h2>{t('definitions-heading')}</h2>
        {definitions.map((definition) => (
          <Definition key={definition.slug} visit={visit} definition={definition} />
        ))}
      </section>
      <section>
        <h2>{t('lists-heading')}</h2>
        <Lists visit={visit} lists={lists} day={day} />
      </section>
    </>
  );
}

function Definition({ visit, definition }: { visit: Visit; definition: DefinitionShown }) {
  const { language } = visit;
  const t = words(language);
  return (
    <article id={definition.slug}>
      <h3>{definition.title[language]}</h3>
      <p>{definition.definition[language]}</p>
      <p>
        <strong>{t('definition-why')}:</strong> {definition.reason[language]}
      </p>
      <p class="quiet">
        {t('definition-since', {
          version: definition.version,
          date: formatDate(language, definition.adopted),
        })}{' '}
        · {t('cities-counted', { n: definition.cities })}
      </p>
      <SourceList sources={definition.sources} href={(path) => visit.href(path)} />
    </article>
  );
}

function Lists({ visit, lists, day }: Pick<DefinitionsProps, 'visit' | 'lists' | 'day'>) {
  const { language } = visit;
  const t = words(language);
  return (
    <Table
      caption={t('lists-heading')}
      captionHidden
      rows={lists}
      rowKey={(list) => list.slug}
      columns={[
        {
          key: 'list',
          title: t('list'),
          rowHeader: true,
          cell: (list) => `${t(`scheme.${list.scheme}`)}, ${list.name}`,
        },
        { key: 'holds', title: t('holds'), cell: (list) => listHolds(language, list) },
        {
          key: 'countries',
          title: t('countries-listed'),
          figure: true,
          cell: (list) => formatNumber(language, list.countries),
        },
        {
          key: 'remark',
          title: t('remark'),
          cell: (list) => (
            <>
              {list.validTo !== null && list.validTo < day && <p>{t('list-past')}</p>}
              {list.remark && <p>{list.remark[language]}</p>}
              {list.licence && (
                <p>
                  {t('licence')}: {list.licence}
                </p>
              )}
              <SourceList sources={list.sources} href={(path) => visit.href(path)} />
            </>
          ),
        },
      ]}
    />
  );
}
