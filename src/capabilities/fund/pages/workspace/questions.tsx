import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { MomentAgo } from '../../../../design/moment-ago.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { optionalId, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { answerQuestions, setQuestionAside } from '../../actions/answer-questions.ts';
import { words } from '../../messages/index.ts';
import { whyNotKeepWindows } from '../../permissions.ts';
import {
  type AskedQuestion,
  listAnswers,
  listWaitingQuestions,
  type PublishedAnswer,
} from '../../store/questions.ts';
import { gathered, inFive } from './local-answers.ts';
import { LocalFields } from './local-fields.tsx';
import { idAsked, pathOf, windowAsked } from './step.tsx';

const answerAnswers = z.object({
  questions: z
    .string()
    .default('')
    .transform((said) => said.split('\n').filter(isUuid)),
  corrects: optionalId(),
  ...inFive('question', 600, 'all'),
  ...inFive('answer', 2000, 'all'),
});

export async function showQuestions(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendAnswer(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: answerAnswers,
    act: async ({ questions, corrects, ...said }, once) => {
      const question = gathered(said, 'question');
      const answer = gathered(said, 'answer');
      const asked = { windowId, questionIds: questions, question, answer, corrects };
      await answerQuestions(visit.world, visit.actor, asked, once);
      return pathOf(windowId, '/questions');
    },
    again: (state) => page(visit, state),
  });
}

export async function sendQuestionAside(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  const questionId = idAsked(visit, 'question');
  return await submitForm(visit, {
    schema: z.object({ why: text(500) }),
    act: async ({ why }, once) => {
      await setQuestionAside(visit.world, visit.actor, { windowId, questionId, why }, once);
      return pathOf(windowId, '/questions');
    },
    again: (state) => page(visit, { ...state, answers: {} }),
  });
}

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const { waiting, answers } = await reading(world, actor, async (tx) => ({
    waiting: await listWaitingQuestions(tx, window.id),
    answers: await listAnswers(tx, window.id),
  }));
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/fund/windows'), label: t('windows') },
          { href: visit.href(pathOf(window.id)), label: window.name[language] || window.name.en },
        ]}
      />
      <PageHead title={t('questions-and-answers')} lead={t('answers-keep-lead')} />
      <section>
        <h2>{t('questions-n', { n: waiting.length })}</h2>
        {waiting.length === 0 && (
          <EmptyState title={t('no-question-waits')}>{t('no-question-waits-why')}</EmptyState>
        )}
        {waiting.map((question) => (
          <Waiting key={question.id} {...{ visit, question }} windowId={window.id} />
        ))}
      </section>
      {whyNotKeepWindows(actor) === undefined && (
        <AnswerForm {...{ visit, form, waiting, answers }} windowId={window.id} />
      )}
    </>
  );
  return visit.show({ title: t('questions-and-answers'), body, hasProblems: form.problems.length > 0 });
}

interface WaitingProps {
  readonly visit: Visit;
  readonly windowId: string;
  readonly question: AskedQuestion;
}

function Waiting({ visit, windowId, question }: WaitingProps) {
  const t = words(visit.language);
  return (
    <div>
      <blockquote lang={question.language} dir="auto">
        {question.asked}
      </blockquote>
      <p class="quiet">
        <MomentAgo at={question.askedAt} /> · {languageName(visit.language, question.language)}
        {question.city && (
          <>
            {' · '}
            <bdi>{question.city}</bdi>
          </>
        )}
      </p>
      <details>
        <summary>{t('set-aside')}</summary>
        <Form
          id={`aside-${question.id}`}
          action={visit.href(pathOf(windowId, `/questions/${question.id}/setting-aside`))}
          idempotencyKey={visit.world.newId()}
          aside
        >
          <TextField name="why" label={t('why-set-aside')} maxLength={500} />
          <SubmitButton look="plain">{t('set-aside')}</SubmitButton>
        </Form>
      </details>
    </div>
  );
}

interface AnswerFormProps {
  readonly visit: Visit;
  readonly windowId: string;
  readonly form: FormState;
  readonly waiting: readonly AskedQuestion[];
  readonly answers: readonly PublishedAnswer[];
}

function AnswerForm({ visit, windowId, form, waiting, answers }: AnswerFormProps) {
  const t = words(visit.language);
  return (
    <section>
      <h2>{t('answer-for-all')}</h2>
      <Form
        action={visit.href(pathOf(windowId, '/questions/answers'))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        {waiting.length > 0 && (
          <CheckboxesField
            name="questions"
            label={t('answers-these')}
            choices={waiting.map(({ id, asked }) => ({
              value: id,
              label: asked.length > 120 ? `${asked.slice(0, 119)}…` : asked,
            }))}
            optional
          />
        )}
        {answers.length > 0 && (
          <SelectField
            name="corrects"
            label={t('corrects-answer')}
            none={t('corrects-none')}
            choices={answers.map(({ id, question }) => ({ value: id, label: question[visit.language] }))}
            optional
          />
        )}
        <LocalFields
          name="question"
          label={t('question-as-published')}
          rows={2}
          maxLength={600}
          needed="all"
        />
        <LocalFields name="answer" label={t('answer')} rows={3} maxLength={2000} needed="all" />
        <SubmitButton>{t('publish-answer')}</SubmitButton>
      </Form>
    </section>
  );
}
