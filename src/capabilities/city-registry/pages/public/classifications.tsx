import { Table } from '../../../../design/table.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import { schemes } from '../../rules/classification.ts';
import type { CityRecord, DefinitionUsed, ListSaid } from '../../store/city-record.ts';
import { listHolds, listSays } from '../list-says.ts';

interface ClassificationsProps {
  readonly visit: Visit;
  readonly record: CityRecord;
  readonly day: CalendarDate;
}

/** What each list and definition says of the city, never without the list's name and days. */
export function Classifications({ visit, record, day }: ClassificationsProps) {
  const { language } = visit;
  const t = words(language);
  const lists = record.lists.toSorted(inOrder).map((list) => ({
    key: list.scheme,
    measure: t(`scheme.${list.scheme}`),
    says: listSays(language, list, record.regions),
    by: `${list.name}, ${listHolds(language, list)}`,
    remark: list.validTo !== null && list.validTo < day ? t('list-past') : null,
    sources: list.sources,
  }));
  const definitions = record.definitions.map((one) => definitionRow(visit, record, one));
  const rows = [...definitions, ...lists];
  return (
    <section>
      <h2>{t('classification')}</h2>
      <Table
        caption={t('classification')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'measure', title: t('measure'), rowHeader: true, cell: (row) => row.measure },
          { key: 'says', title: t('says'), cell: (row) => row.says },
          {
            key: 'list',
            title: t('list'),
            cell: (row) => (
              <>
                {row.by}
                {row.remark && <p class="quiet">{row.remark}</p>}
                <SourceList sources={row.sources} href={(path) => visit.href(path)} />
              </>
            ),
          },
        ]}
      />
      <p>
        <a href={visit.href('/cities/definitions')}>{t('what-words-mean')}</a>
      </p>
    </section>
  );
}

function inOrder(a: ListSaid, b: ListSaid): number {
  return schemes.indexOf(a.scheme) - schemes.indexOf(b.scheme);
}

function definitionRow({ language }: Visit, { city }: CityRecord, definition: DefinitionUsed) {
  const t = words(language);
  const counts = definition.key === 'global-south' ? city.globalSouth : city.secondaryCity;
  return {
    key: definition.key,
    measure: t(definition.key),
    says: t(counts ? 'yes' : 'no'),
    by: t('definition-used', {
      title: definition.title[language],
      version: definition.version,
      date: formatDate(language, definition.adopted),
    }),
    remark: null,
    sources: definition.sources,
  };
}
