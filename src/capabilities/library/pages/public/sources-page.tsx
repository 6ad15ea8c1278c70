import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { ListedSource, SourceFilter } from '../../store/sources.ts';
import { sourceColumns } from './source-columns.tsx';

export interface SourcesPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly filter: SourceFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly sources: readonly ListedSource[];
  readonly total: number;
  readonly publishers: readonly string[];
  readonly languages: readonly string[];
}

/** `/sources` with these filters, without the empty ones. */
function address(filter: SourceFilter & { page?: string | undefined }, less?: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value && name !== less) query.set(name, value);
  const text = query.toString();
  return text ? `/sources?${text}` : '/sources';
}

export function SourcesPage(props: SourcesPageProps) {
  const { language, href, filter, total, page, pageSize } = props;
  const t = words(language);
  const applied = [
    { label: t('search'), value: filter.search, less: 'search' },
    { label: t('publisher'), value: filter.publisher, less: 'publisher' },
    {
      label: t('language'),
      value: filter.language && languageName(language, filter.language),
      less: 'language',
    },
  ].flatMap(({ label, value, less }) =>
    value ? [{ label, value, removeHref: href(address(filter, less)) }] : [],
  );
  const last = Math.ceil(total / pageSize);
  const at = (number: number) => href(address({ ...filter, page: number > 1 ? String(number) : undefined }));
  return (
    <>
      <PageHead title={t('sources')} lead={t('sources-lead')} />
      <FilterBar
        action={href('/sources')}
        answers={{ ...filter }}
        applied={applied}
        clearHref={href('/sources')}
        result={t('n-sources', { n: total })}
      >
        <TextField name="search" label={t('search')} type="search" optional />
        <SelectField
          name="publisher"
          label={t('publisher')}
          none={t('any')}
          optional
          choices={props.publishers.map((value) => ({ value, label: value }))}
        />
        <SelectField
          name="language"
          label={t('language')}
          none={t('any')}
          optional
          choices={props.languages.map((value) => ({ value, label: languageName(language, value) }))}
        />
      </FilterBar>
      <Table
        caption={t('sources')}
        captionHidden
        rows={props.sources}
        rowKey={(row) => row.id}
        columns={sourceColumns(language, href)}
        empty={
          <EmptyState title={t('no-source')} action={{ href: href('/sources'), label: t('all-sources') }}>
            {t('no-source-why')}
          </EmptyState>
        }
      />
      <Pagination
        previousHref={page > 1 ? at(page - 1) : undefined}
        nextHref={page < last ? at(page + 1) : undefined}
        position={t('page-of', { page, last })}
      />
    </>
  );
}
