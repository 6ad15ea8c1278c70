import { InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName } from '../../../city-registry/index.ts';
import { type ApplicationState, applicationStates, stageKeys, stateLabel } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { stateTone } from '../state-tone.ts';
import type { StaffList } from './read-list.ts';

interface ListPageProps {
  readonly visit: Visit;
  readonly list: StaffList;
  readonly page: number;
  readonly rowsAPage: number;
}

/** Every city's application: where it is, how far, since when. */
export function ListPage({ visit, list: { rows, total, windows, cities }, page, rowsAPage }: ListPageProps) {
  const { language } = visit;
  const t = words(language);
  const here = '/workspace/applications';
  const query = {
    window: visit.query('window'),
    state: visit.query('state'),
    stage: visit.query('stage'),
    city: visit.query('city'),
  };
  const asked = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const at = (path: string, over: Record<string, string> = {}) => {
    const search = new URLSearchParams({ ...Object.fromEntries(asked), ...over }).toString();
    return `${visit.href(path)}${search ? `?${search}` : ''}`;
  };
  const label = (state: string) => stateLabel(state as ApplicationState, 'staff')[language];
  return (
    <>
      <PageHead title={t('applications')} lead={t('staff-lead')} />
      <FilterBar
        action={visit.href(here)}
        answers={query}
        clearHref={visit.href(here)}
        result={t('n-applications', { n: total })}
        applied={[]}
      >
        <SelectField
          name="window"
          label={t('window')}
          choices={windows.map((one) => ({ value: one.id, label: one.name[language] }))}
          none={t('any')}
          optional
        />
        <SelectField
          name="state"
          label={t('state')}
          choices={applicationStates.map((value) => ({ value, label: label(value) }))}
          none={t('any')}
          optional
        />
        <SelectField
          name="stage"
          label={t('stage')}
          choices={stageKeys.map((value) => ({ value, label: t(`stage.${value}`) }))}
          none={t('any')}
          optional
        />
        <TextField name="city" label={t('city')} optional />
      </FilterBar>
      <Table
        caption={t('applications')}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        csv={at(`${here}.csv`)}
        empty={<EmptyState title={t('no-application')}>{t('no-application-staff')}</EmptyState>}
        columns={[
          {
            key: 'city',
            title: t('city'),
            rowHeader: true,
            cell: (row) => {
              const city = cities.get(row.cityId);
              return (
                <a href={visit.href(`${here}/${row.id}`)}>
                  <bdi>{city ? cityName(language, city) : row.cityId}</bdi>
                </a>
              );
            },
          },
          {
            key: 'window',
            title: t('window'),
            cell: (row) => windows.find(({ id }) => id === row.windowId)?.name[language],
          },
          { key: 'stage', title: t('stage'), cell: (row) => t(`stage.${row.stage}`) },
          {
            key: 'state',
            title: t('state'),
            cell: (row) => (
              <>
                <Tag tone={stateTone(row.state)}>{label(row.state)}</Tag>
                {row.extensionWaits && (
                  <>
                    {' '}
                    <Tag tone="signal">{t('wants-time')}</Tag>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'progress',
            title: t('progress'),
            cell: (row) => t('answered-of', { answered: row.answered, needed: row.asked }),
          },
          { key: 'people', title: t('people'), figure: true, cell: (row) => row.people },
          {
            key: 'sent',
            title: t('received-at'),
            cell: (row) => (row.sentAt ? <InstantText at={row.sentAt} /> : '–'),
          },
        ]}
      />
      <p>
        <a href={at(`${here}.json`)}>{t('as-json')}</a>
      </p>
      <Pagination
        previousHref={page > 0 ? at(here, { page: String(page) }) : undefined}
        nextHref={(page + 1) * rowsAPage < total ? at(here, { page: String(page + 2) }) : undefined}
        position={t('page-n', { n: page + 1 })}
      />
    </>
  );
}
