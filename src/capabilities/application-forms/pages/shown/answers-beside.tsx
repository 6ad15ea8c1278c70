import { Difference } from '../../../../design/difference.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { Answers, FormBody, Question } from '../../rules/form.ts';
import { words } from '../../messages/index.ts';
import { differenceOf } from '../../rules/difference.ts';
import { questionsOf } from '../../rules/questions.ts';
import { said } from '../said.ts';
import { plainAnswer } from './answer-text.tsx';
import type { ShownContext } from './answers-shown.tsx';

interface AnswersBesideProps extends ShownContext {
  readonly form: FormBody;
  readonly before: Answers;
  readonly after: Answers;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** Drawn under each difference: a box to accept it. */
  readonly choice?: ((question: Question) => preact.ComponentChildren) | undefined;
}

/** Two states of the answers: only what differs, word by word, question by question. */
export function AnswersBeside({ form, before, after, choice, ...props }: AnswersBesideProps) {
  const language = useLanguage();
  const t = words(language);
  const questions = new Map(questionsOf(form).map((question) => [question.key, question]));
  const differences = differenceOf(before, after, [...questions.keys()]);
  if (differences.length === 0) return <p class="quiet">{t('no-difference')}</p>;
  return (
    <>
      {differences.map((difference) => {
        const question = questions.get(difference.question);
        if (!question) return null;
        return (
          <section key={question.key} id={`difference-${question.key}`}>
            <h2>{said(question.label, language)}</h2>
            <Difference
              before={plainAnswer(question, difference.before, language)}
              after={plainAnswer(question, difference.after, language)}
              beforeLabel={props.beforeLabel}
              afterLabel={props.afterLabel}
              lang={question.kind === 'text' ? props.language : undefined}
            />
            {choice?.(question)}
          </section>
        );
      })}
    </>
  );
}
