import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { words } from '../../messages/index.ts';
import { byUse } from '../../rules/freshness.ts';
import type { Resource } from '../../store/record.ts';
import { resourceKindChoices, spokenChoices } from '../choices.ts';
import type { Frame } from '../frame.ts';
import { ResourceTable } from '../resource-table.tsx';

export interface ResourceAnswers {
  readonly kind: string | undefined;
  readonly language: string | undefined;
  readonly page: number;
}

const pageSize = 25;

interface ResourcesPartProps extends Frame {
  readonly answers: ResourceAnswers;
}

/** What to turn to, narrowed by kind and language. */
export function ResourcesPart({ language, href, record, today, answers }: ResourcesPartProps) {
  const t = words(language);
  const at = `/emergencies/${record.slug}`;
  const kinds = resourceKindChoices(language).filter(({ value }) =>
    record.resources.some(({ kind }) => kind === value),
  );
  const spoken = spokenChoices(language).filter(({ value }) =>
    record.resources.some((resource) => resource.languages.includes(value)),
  );
  const found = record.resources.filter((one) => matches(one, answers)).toSorted(byUse(today));
  const start = (answers.page - 1) * pageSize;
  const path = (over: Partial<Record<keyof ResourceAnswers, string>>) => {
    const said = { kind: answers.kind, language: answers.language, ...over };
    const query = new URLSearchParams(
      Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
    return `${href(at)}${query.size > 0 ? `?${query.toString()}` : ''}#resources`;
  };
  const applied = [
    { name: 'kind', label: t('kind'), value: kinds.find(({ value }) => value === answers.kind)?.label },
    {
      name: 'language',
      label: t('language'),
      value: spoken.find(({ value }) => value === answers.language)?.label,
    },
  ].flatMap(({ name, label, value }) => (value ? [{ label, value, removeHref: path({ [name]: '' }) }] : []));
  return (
    <section id="resources">
      <h2>{t('resources')}</h2>
      {record.resources.length > 5 && (
        <FilterBar
          action={`${href(at)}#resources`}
          answers={{ kind: answers.kind, language: answers.language }}
          applied={applied}
          clearHref={`${href(at)}#resources`}
          result={t('n-resources', { n: found.length })}
        >
          <SelectField name="kind" label={t('kind')} choices={kinds} none={t('any-kind')} optional />
          <SelectField
            name="language"
            label={t('language')}
            choices={spoken}
            none={t('any-language')}
            optional
          />
        </FilterBar>
      )}
      <ResourceTable
        {...{ language, href, today }}
        resources={found.slice(start, start + pageSize)}
        csv={`${at}/resources.csv`}
      />
      <Pagination
        previousHref={answers.page > 1 ? path({ page: String(answers.page - 1) }) : undefined}
        nextHref={start + pageSize < found.length ? path({ page: String(answers.page + 1) }) : undefined}
      />
    </section>
  );
}

function matches(resource: Resource, { kind, language }: ResourceAnswers): boolean {
  return (!kind || resource.kind === kind) && (!language || resource.languages.includes(language));
}
