import { SubmitButton } from '../../../../design/button.tsx';
import { CityName } from '../../../../design/city-name.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { type City, cityName } from '../../rules/city.ts';

interface CitySearchProps {
  readonly visit: Visit;
  readonly typed: string;
  readonly found: readonly City[] | undefined;
}

export function CitySearchPage({ visit, typed, found }: CitySearchProps) {
  const t = words(visit.language);
  return (
    <>
      <PageHead title={t('title')} lead={t('workspace-lead')} />
      <search>
        <form action={visit.href('/workspace/cities')} method="get" class="form">
          <TextField
            name="search"
            type="search"
            label={t('name-of-city')}
            hint={t('search-hint')}
            initial={typed}
            autocomplete="off"
          />
          <SubmitButton>{t('search')}</SubmitButton>
        </form>
      </search>
      {found && <Found visit={visit} found={found} />}
    </>
  );
}

function Found({ visit, found }: { visit: Visit; found: readonly City[] }) {
  const { language } = visit;
  const t = words(language);
  return (
    <Table
      caption={t('found-caption')}
      rows={found}
      rowKey={(city) => city.id}
      empty={<EmptyState title={t('empty-title')}>{t('empty-body')}</EmptyState>}
      columns={[
        {
          key: 'city',
          title: t('city'),
          rowHeader: true,
          cell: (city) => (
            <a href={visit.href(`/workspace/cities/${city.id}`)}>
              <CityName name={cityName(language, city)} localName={city.name} />
            </a>
          ),
        },
        { key: 'country', title: t('country'), cell: (city) => countryName(language, city.country) },
        {
          key: 'population',
          title: t('population'),
          figure: true,
          cell: (city) => (city.population > 0 ? formatNumber(language, city.population) : t('not-known')),
        },
      ]}
    />
  );
}
