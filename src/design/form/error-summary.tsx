import type { Problem } from '../../kernel/refusal.ts';
import { explain } from '../../platform/languages/catalogue.ts';
import { useKitWords, useLanguage } from '../language-context.ts';
import { fieldId } from './form-context.ts';

interface ErrorSummaryProps {
  readonly problems: readonly Problem[];
  readonly formId?: string | undefined;
  readonly aside?: boolean | undefined;
}

/**
 * All problems at once, each leading to its field. `autofocus` brings even a reader without JavaScript here.
 * A problem of the whole form has the empty field name.
 */
export function ErrorSummary({ problems, formId = 'f', aside }: ErrorSummaryProps) {
  const t = useKitWords();
  const language = useLanguage();
  if (problems.length === 0) return null;
  const titleId = `${formId}-problems`;
  return (
    <div class="error-summary" role="alert" aria-labelledby={titleId} tabIndex={-1} autofocus={!aside}>
      <h2 id={titleId}>{t('there-is-a-problem', { n: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            {problem.field === '' ? (
              explain(language, problem.reason)
            ) : (
              <a href={`#${fieldId(formId, problem.field)}`}>{explain(language, problem.reason)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
