import { Difference } from '../../../../design/difference.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { findQuestion, type FormVersion, plainAnswer } from '../../../application-forms/index.ts';
import type { Conflict } from '../../actions/save-answers.ts';
import { words } from '../../messages/index.ts';

/** Two people wrote into one field: both texts, neither lost. Yours stands in the form below. */
export function ConflictTexts({ conflicts, form }: { conflicts: readonly Conflict[]; form: FormVersion }) {
  const language = useLanguage();
  const t = words(language);
  return (
    <>
      {conflicts.map(({ questionKey, theirs, yours }) => {
        const question = findQuestion(form, questionKey);
        if (!question) return null;
        return (
          <section key={questionKey} class="stale" role="alert">
            <h2>{question.label[language]}</h2>
            <p>{t('both-wrote', { name: theirs.byName, at: formatInstant(language, theirs.at) })}</p>
            <Difference
              before={plainAnswer(question, theirs.value ?? undefined, language)}
              after={plainAnswer(question, yours ?? undefined, language)}
              beforeLabel={t('theirs', { name: theirs.byName })}
              afterLabel={t('yours')}
            />
          </section>
        );
      })}
    </>
  );
}
