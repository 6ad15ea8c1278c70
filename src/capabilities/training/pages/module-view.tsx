import { SubmitButton } from '../../../design/button.tsx';
import { CheckboxesField, RadiosField } from '../../../design/form/choice-fields.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { Prose } from '../../../design/layout.tsx';
import { Notice } from '../../../design/notice.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import { type Content, type Module, type QuestionItem, questionsOf } from '../rules/content.ts';
import { isPassed, isRight, mark, type Said as SaidAnswers } from '../rules/marking.ts';
import { saidIn } from '../rules/some-text.ts';
import { type ItemFrame, ItemView, rightAnswer } from './item-view.tsx';
import { SaidText } from './said.tsx';

interface ModuleViewProps extends Omit<ItemFrame, 'content'> {
  readonly content: Content;
  readonly module: Module;
  readonly form: FormState;
  readonly action: string;
  /** Answers that were marked, to show beside what is right. */
  readonly marked: SaidAnswers | undefined;
  /** The learner's progress is kept: a module without questions ends with "I have read this". */
  readonly keeps: boolean;
}

/** A module as it is read: texts and pictures in order, its questions together at the end. */
export function ModuleView({ content, module, form, action, marked, keeps, ...frame }: ModuleViewProps) {
  const { language } = frame;
  const t = words(language);
  const questions = questionsOf(module);
  return (
    <>
      {marked && questions.length > 0 && (
        <Score language={language} content={content} module={module} marked={marked} />
      )}
      <Prose>
        {module.items.map((item) =>
          item.kind === 'question' ? null : (
            <ItemView key={item.id} item={item} content={content} {...frame} />
          ),
        )}
      </Prose>
      {(questions.length > 0 || keeps) && (
        <section id="questions">
          {questions.length > 0 && <h2>{t('check-yourself')}</h2>}
          <Form
            action={action}
            problems={form.problems}
            answers={marked ? asAnswers(marked) : form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            {questions.map((question) => (
              <Question
                key={question.id}
                question={question}
                language={language}
                source={content.sourceLanguage}
                marked={marked}
              />
            ))}
            <SubmitButton look={marked ? 'plain' : 'main'}>
              {t(questions.length === 0 ? 'have-read' : marked ? 'check-again' : 'check-answers')}
            </SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}

function asAnswers(said: SaidAnswers): Record<string, string> {
  return Object.fromEntries(Object.entries(said).map(([id, answer]) => [`q-${id}`, answer]));
}

interface ScoreProps {
  readonly language: ItemFrame['language'];
  readonly content: Content;
  readonly module: Module;
  readonly marked: SaidAnswers;
}

function Score({ language, content, module, marked }: ScoreProps) {
  const t = words(language);
  const score = mark(module, marked);
  const passed = isPassed(score, content.passPercent);
  return (
    <Notice
      tone={passed ? 'done' : 'signal'}
      live
      title={t('score', { right: score.right, asked: score.asked })}
    >
      {t(passed ? 'score-passed' : 'score-not-yet', { percent: content.passPercent })}
    </Notice>
  );
}

interface QuestionProps {
  readonly question: QuestionItem;
  readonly language: ItemFrame['language'];
  readonly source: ItemFrame['language'];
  readonly marked: SaidAnswers | undefined;
}

function Question({ question, language, source, marked }: QuestionProps) {
  const t = words(language);
  const label = saidIn(question.body, language, source).text;
  const name = `q-${question.id}`;
  const choices = question.choices.map(({ id, text }) => ({
    value: id,
    label: saidIn(text, language, source).text,
  }));
  return (
    <>
      {question.form === 'single' && <RadiosField name={name} label={label} choices={choices} />}
      {question.form === 'multiple' && (
        <CheckboxesField name={name} label={label} hint={t('choose-all')} choices={choices} />
      )}
      {question.form === 'number' && (
        <TextField name={name} label={label} hint={t('a-number')} size="short" inputMode="decimal" />
      )}
      {marked && (
        <Notice
          tone={isRight(question, marked[question.id]) ? 'done' : 'signal'}
          title={t(isRight(question, marked[question.id]) ? 'right' : 'not-right')}
        >
          <p>{t('right-answer', { answer: rightAnswer(question, language, source) })}</p>
          <SaidText of={question.explanation} language={language} source={source} level={4} />
        </Notice>
      )}
    </>
  );
}
