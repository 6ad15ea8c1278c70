import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { words } from '../../messages/index.ts';
import { cityKinds, urgencies } from '../../rules/case.ts';
import { languageChoices, topicChoices } from '../choices.ts';
import { type FilterName, filterNames, queuePath, stageFilters } from './queue-filter.ts';
import type { QueuePageProps } from './queue-page.tsx';

/** Narrows the queue; says in words what it is narrowed to. */
export function QueueFilters({ language, href, answers, colleagues, queue }: QueuePageProps) {
  const t = words(language);
  const choices: Record<Exclude<FilterName, 'words' | 'tag'>, { value: string; label: string }[]> = {
    stage: stageFilters.map((value) => ({ value, label: t(`stage.${value}`) })),
    assignee: [
      { value: 'me', label: t('me') },
      { value: 'nobody', label: t('nobody') },
      ...colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
    ],
    topic: topicChoices(language),
    language: languageChoices(language),
    urgency: urgencies.map((value) => ({ value, label: t(`urgency.${value}`) })),
    kind: cityKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
  };
  const said = (name: FilterName) =>
    name === 'words' || name === 'tag'
      ? answers[name]
      : choices[name].find(({ value }) => value === answers[name])?.label;
  const applied = filterNames.flatMap((name) => {
    const value = said(name);
    const { [name]: _, ...rest } = answers;
    return value ? [{ label: t(`filter.${name}`), value, removeHref: href(queuePath(rest)) }] : [];
  });
  return (
    <FilterBar
      action={href('/workspace/support')}
      answers={answers}
      applied={applied}
      clearHref={href('/workspace/support')}
      keep={{ tag: answers.tag }}
      result={t('n-cases', { n: queue.total })}
    >
      <TextField name="words" label={t('filter.words')} type="search" size="medium" optional />
      {filterNames.map((name) =>
        name === 'words' || name === 'tag' ? null : (
          <SelectField
            key={name}
            name={name}
            label={t(`filter.${name}`)}
            choices={choices[name]}
            none={t(`any.${name}`)}
            optional
          />
        ),
      )}
    </FilterBar>
  );
}
