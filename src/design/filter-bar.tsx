import type { ComponentChildren } from 'preact';
import { SubmitButton } from './button.tsx';
import { type Answers, FormContext } from './form/form-context.ts';
import { Island } from './island.tsx';
import { useKitWords } from './language-context.ts';

interface AppliedFilter {
  readonly label: string;
  readonly value: string;
  /** The address without this filter. */
  readonly removeHref: string;
}

interface FilterBarProps {
  readonly action: string;
  /** The query as it stands: the fields inside show it. */
  readonly answers: Answers;
  readonly applied: readonly AppliedFilter[];
  readonly clearHref: string;
  /** What else must stay in the address, e.g. `sort`. */
  readonly keep?: Readonly<Record<string, string | undefined>> | undefined;
  /** "1,204 cities". Read out when it changes. */
  readonly result?: string | undefined;
  readonly children: ComponentChildren;
}

/** A GET form: the filtered page has an address. Says in words what is filtered, and takes each filter away by a link. */
export function FilterBar({
  action,
  answers,
  applied,
  clearHref,
  keep = {},
  result,
  children,
}: FilterBarProps) {
  const t = useKitWords();
  return (
    <search class="filter-bar">
      <FormContext.Provider value={{ id: 'filter', problems: [], answers }}>
        <Island is="auto-submit">
          <form action={action} method="get" id="filter">
            {children}
            {Object.entries(keep).map(
              ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
            )}
            <SubmitButton look="plain">{t('apply-filters')}</SubmitButton>
          </form>
        </Island>
      </FormContext.Provider>
      {applied.length > 0 && (
        <ul class="applied" aria-label={t('applied-filters')}>
          {applied.map((filter) => (
            <li key={filter.removeHref}>
              <a href={filter.removeHref}>
                <span class="unseen">{t('remove-filter')}: </span>
                {filter.label}: <bdi>{filter.value}</bdi>
              </a>
            </li>
          ))}
          <li>
            <a class="clear" href={clearHref}>
              {t('clear-filters')}
            </a>
          </li>
        </ul>
      )}
      {result && (
        <p class="result" role="status">
          {result}
        </p>
      )}
    </search>
  );
}
