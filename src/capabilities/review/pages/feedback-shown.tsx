import type { Language } from '../../../kernel/language.ts';
import type { OpenWindow } from '../../fund/index.ts';
import { words } from '../messages/index.ts';
import type { Feedback } from '../store/feedback.ts';

interface FeedbackShownProps {
  readonly language: Language;
  readonly window: OpenWindow;
  readonly feedback: Pick<Feedback, 'byCriterion' | 'summary' | 'nextSteps'>;
}

/** Feedback as the city reads it: in short, by criterion, and what it can do next. */
export function FeedbackShown({ language, window, feedback }: FeedbackShownProps) {
  const t = words(language);
  const said = window.criteria.flatMap(({ key, text }) => {
    const about = feedback.byCriterion[key];
    return about && (about.strong || about.weak) ? [{ key, text: text[language], ...about }] : [];
  });
  return (
    <>
      <p class="as-typed" dir="auto">
        {feedback.summary}
      </p>
      {said.map(({ key, text, strong, weak }) => (
        <section key={key}>
          <h3>{text}</h3>
          {strong && (
            <p class="as-typed" dir="auto">
              <strong>{t('strong')}:</strong> {strong}
            </p>
          )}
          {weak && (
            <p class="as-typed" dir="auto">
              <strong>{t('weak')}:</strong> {weak}
            </p>
          )}
        </section>
      ))}
      {feedback.nextSteps && (
        <>
          <h3>{t('next-steps')}</h3>
          <p class="as-typed" dir="auto">
            {feedback.nextSteps}
          </p>
        </>
      )}
    </>
  );
}
