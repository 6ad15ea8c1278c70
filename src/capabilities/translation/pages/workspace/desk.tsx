import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { isLanguage, languages } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { cityName, listCitiesByIds } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { listSubjects } from '../../store/subjects.ts';
import { SubjectsTable } from './subjects-table.tsx';

const perPage = 25;
const path = '/workspace/translation';

/** What waits for a translation or its review, the longest waiting first. */
export async function showDesk(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const wanted = visit.query('language');
  const from = isLanguage(wanted) ? wanted : undefined;
  const openOnly = visit.query('open') === 'yes';
  const page = Math.max(1, Math.min(1000, Number(visit.query('page') ?? 1) || 1));
  const { subjects, names } = await reading(world, actor, async (tx) => {
    const filter = { language: from, openOnly };
    const found = await listSubjects(tx, filter, { limit: perPage + 1, offset: (page - 1) * perPage });
    const cities = await listCitiesByIds(
      tx,
      found.flatMap(({ cityId }) => (cityId ? [cityId] : [])),
    );
    return { subjects: found, names: new Map(cities.map((city) => [city.id, cityName(language, city)])) };
  });
  const address = (over: Record<string, string | undefined>) => {
    const query = { language: from, open: openOnly ? 'yes' : undefined, ...over };
    const said = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return visit.href(said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path);
  };
  return visit.show({
    title: t('title'),
    body: (
      <>
        <PageHead
          title={t('title')}
          lead={t('lead')}
          next={<ButtonLink href={visit.href(`${path}/glossary`)}>{t('glossary')}</ButtonLink>}
        />
        <FilterBar
          action={visit.href(path)}
          answers={{ language: from, open: openOnly ? 'yes' : undefined }}
          applied={[
            ...(from
              ? [
                  {
                    label: t('from-language'),
                    value: languageName(language, from),
                    removeHref: address({ language: undefined }),
                  },
                ]
              : []),
            ...(openOnly
              ? [{ label: t('show'), value: t('open-only'), removeHref: address({ open: undefined }) }]
              : []),
          ]}
          clearHref={visit.href(path)}
        >
          <SelectField
            name="language"
            label={t('from-language')}
            none={t('any-language')}
            optional
            choices={languages.map((one) => ({ value: one, label: languageName(language, one) }))}
          />
          <CheckboxesField
            name="open"
            label={t('show')}
            optional
            choices={[{ value: 'yes', label: t('open-only') }]}
          />
        </FilterBar>
        <SubjectsTable
          visit={visit}
          names={names}
          subjects={subjects.slice(0, perPage)}
          empty={<EmptyState title={t('nothing-here')}>{t('nothing-here-why')}</EmptyState>}
        />
        <Pagination
          previousHref={page > 1 ? address({ page: String(page - 1) }) : undefined}
          nextHref={subjects.length > perPage ? address({ page: String(page + 1) }) : undefined}
        />
      </>
    ),
  });
}
