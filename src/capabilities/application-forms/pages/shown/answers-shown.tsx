import type { ComponentChildren } from 'preact';
import type { CityOption } from '../../../../design/city-picker.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { visibleQuestions } from '../../rules/condition.ts';
import type { Answers, FormBody, Question } from '../../rules/form.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { said } from '../said.ts';
import { AnswerText } from './answer-text.tsx';

export interface ShownContext {
  /** Of the answers. */
  readonly language: Language;
  readonly terms?: WindowTerms | undefined;
  /** City questions' cities, by question key. */
  readonly cities?: Readonly<Record<string, Pick<CityOption, 'name' | 'place'>>> | undefined;
  readonly fileHref?: ((fileId: string) => string) | undefined;
}

interface AnswersShownProps extends ShownContext {
  readonly form: FormBody;
  readonly answers: Answers;
  /** Says no to questions that must not be seen, e.g. by a blinded reviewer. */
  readonly isSeen?: ((question: Question) => boolean) | undefined;
  /** Drawn under a question's answer: a translation, a comment. */
  readonly after?: ((question: Question) => ComponentChildren) | undefined;
}

/** Questions as they were asked, each with its answer; to read and to print. Headings from h2. */
export function AnswersShown({ form, answers, isSeen, after, ...context }: AnswersShownProps) {
  const language = useLanguage();
  const t = words(language);
  const asked = new Set(visibleQuestions(form, answers).map(({ key }) => key));
  return (
    <>
      {form.sections.map((section) => {
        const questions = section.questions.filter((one) => asked.has(one.key) && (!isSeen || isSeen(one)));
        if (questions.length === 0) return null;
        return (
          <section key={section.key} id={`section-${section.key}`}>
            <h2>{said(section.title, language)}</h2>
            {questions.map((question) => (
              <section key={question.key} id={`answer-${question.key}`}>
                <h3>{said(question.label, language)}</h3>
                <AnswerText question={question} answer={answers[question.key]} context={context} />
                {after?.(question)}
              </section>
            ))}
          </section>
        );
      })}
      {asked.size === 0 && <p class="quiet">{t('no-questions')}</p>}
    </>
  );
}
