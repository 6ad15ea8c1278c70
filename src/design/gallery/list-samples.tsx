import { formatMoney, formatNumber } from '../../platform/languages/format.ts';
import { CityName } from '../city-name.tsx';
import { EmptyState } from '../empty-state.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { SelectField } from '../form/select-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { useLanguage } from '../language-context.ts';
import { Pagination } from '../pagination.tsx';
import { type Column, Table } from '../table.tsx';
import { Tag } from '../tag.tsx';
import { useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

interface SampleRow {
  readonly key: string;
  readonly name: string;
  readonly people: number;
  readonly amountMinor: bigint;
}

export function ListSamples() {
  const t = useSamples();
  const rows: SampleRow[] = Array.from({ length: 8 }, (_, index) => ({
    key: String(index),
    name: index === 3 ? t('long-word') : `${t('example-city')} ${index + 1}`,
    people: 4_200_000 >> index,
    amountMinor: BigInt(25_000_000 - index * 1_234_567),
  }));
  const columns = useColumns();
  const sort = { by: '-people', href: (by: string) => `#sort=${by}` };
  const caption = t('grantees');
  const rowKey = (row: SampleRow) => row.key;
  return (
    <SampleGroup id="lists" title={t('lists')}>
      <FilterBar
        action="#lists"
        answers={{ search: 'exam', region: 'a' }}
        keep={{ sort: '-people' }}
        clearHref="#all"
        result={t('n-cities', { n: rows.length })}
        applied={[
          { label: t('name'), value: 'exam', removeHref: '#without-name' },
          { label: t('region'), value: t('region-a'), removeHref: '#without-region' },
        ]}
      >
        <TextField name="search" type="search" label={t('name')} size="medium" optional />
        <SelectField
          name="region"
          label={t('region')}
          choices={[{ value: 'a', label: t('region-a') }]}
          optional
        />
      </FilterBar>
      <Table caption={caption} columns={columns} rows={rows} rowKey={rowKey} sort={sort} csv="#csv" />
      <Pagination previousHref="#previous" nextHref="#next" position={t('position')} />
      <Table caption={t('one-row')} columns={columns} rows={rows.slice(0, 1)} rowKey={rowKey} />
      <Table
        caption={caption}
        columns={columns}
        rows={[]}
        rowKey={rowKey}
        empty={<EmptyState title={t('no-city')}>{t('why-no-city')}</EmptyState>}
      />
    </SampleGroup>
  );
}

function useColumns(): Column<SampleRow>[] {
  const t = useSamples();
  const language = useLanguage();
  return [
    {
      key: 'name',
      title: t('city'),
      cell: (row) => (
        <a href={`#city-${row.key}`}>
          <CityName name={row.name} />
        </a>
      ),
      rowHeader: true,
      sort: 'name',
    },
    { key: 'country', title: t('country'), cell: () => t('example-country') },
    {
      key: 'people',
      title: t('population'),
      cell: (row) => formatNumber(language, row.people),
      figure: true,
      sort: 'people',
      largestFirst: true,
    },
    {
      key: 'amount',
      title: t('amount'),
      cell: (row) => formatMoney(language, { amountMinor: row.amountMinor, currency: 'USD' }),
      figure: true,
      sort: 'amount',
      largestFirst: true,
    },
    { key: 'stage', title: t('stage'), cell: () => <Tag tone="done">{t('completed')}</Tag> },
  ];
}
