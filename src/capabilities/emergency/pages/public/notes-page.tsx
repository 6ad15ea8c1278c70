import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { type Frame, named } from '../frame.ts';
import { NoteList } from '../note-list.tsx';

interface NotesPageProps extends Frame {
  readonly city: string | undefined;
  readonly page: number;
}

const pageSize = 15;

/** All public notes, of all cities or of one. */
export function NotesPage({ city, page, ...frame }: NotesPageProps) {
  const { language, href, record } = frame;
  const t = words(language);
  const at = `/emergencies/${record.slug}`;
  const chosen = record.cities.find(({ id }) => id === city);
  const notes = record.notes.filter(({ cityId }) => !chosen || cityId === chosen.id);
  const start = (page - 1) * pageSize;
  const path = (to: number) =>
    href(`${at}/notes?${new URLSearchParams({ ...(chosen ? { city: chosen.id } : {}), page: `${to}` })}`);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href('/emergencies'), label: t('emergencies') },
          { href: href(at), label: wordingFor(record.wordings, language).title },
        ]}
      />
      <PageHead title={t('notes')} lead={t('notes-lead')} />
      <FilterBar
        action={href(`${at}/notes`)}
        answers={{ city }}
        clearHref={href(`${at}/notes`)}
        result={t('all-notes', { n: notes.length })}
        applied={
          chosen
            ? [{ label: t('city'), value: named(language, chosen), removeHref: href(`${at}/notes`) }]
            : []
        }
      >
        <SelectField
          name="city"
          label={t('city')}
          choices={record.cities.map((one) => ({ value: one.id, label: named(language, one) }))}
          none={t('any-city')}
          optional
        />
      </FilterBar>
      {notes.length === 0 && <p class="quiet">{t('no-notes')}</p>}
      <NoteList {...frame} notes={notes.slice(start, start + pageSize)} />
      <Pagination
        previousHref={page > 1 ? path(page - 1) : undefined}
        nextHref={start + pageSize < notes.length ? path(page + 1) : undefined}
      />
      <p>
        <a href={`${at}/notes.csv`}>{t('csv')}</a>
      </p>
    </>
  );
}
