import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound, Stale } from '../../../../kernel/refusal.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { editDraft } from '../../actions/edit-draft.ts';
import { words } from '../../messages/index.ts';
import { addQuestion, changeQuestion, keyFor } from '../../rules/edit-form.ts';
import { fingerprint } from '../../rules/fingerprint.ts';
import type { FormBody, Question } from '../../rules/form.ts';
import type { Posted } from '../../rules/posted.ts';
import { findQuestion, type QuestionKind, questionKinds } from '../../rules/questions.ts';
import { emptyQuestion } from './empty-question.ts';
import { KindChoice } from './kind-choice.tsx';
import { formId, openDraft } from './open-form.ts';
import { draftPath, questionPath } from './paths.ts';
import { questionAnswers } from './question-answers.ts';
import { QuestionForm } from './question-form.tsx';
import { readQuestion } from './read-question.ts';

/** A question as it was posted; all its problems at once. @param stored what it was, for its kind, key and imported condition */
function asPosted(stored: Question) {
  return z.record(z.string(), z.string().optional()).transform((posted: Posted, context) => {
    const { question, problems } = readQuestion(stored.kind, stored.key, posted, stored.when);
    for (const { field, key } of problems) context.addIssue({ code: 'custom', message: key, path: [field] });
    return { question, opened: Number(posted['version'] ?? ''), more: posted['more'] };
  });
}

export async function showQuestion(visit: Visit): Promise<Response> {
  return await questionPage(visit, freshForm(visit.world));
}

export async function sendQuestion(visit: Visit): Promise<Response> {
  const id = formId(visit);
  const { draft } = await openDraft(visit);
  const stored = findQuestion(draft, visit.param('question'));
  if (!stored) throw notFound();
  return await submitForm(visit, {
    schema: asPosted(stored),
    act: async ({ question, opened, more }, once) => {
      await editDraft(visit.world, visit.actor, id, (now) => changed(now, question, opened), once);
      return more
        ? `${questionPath(id, stored.key)}?more=${more}`
        : `${draftPath(id)}#question-${stored.key}`;
    },
    again: (state) => questionPage(visit, state),
  });
}

/** @throws Stale when somebody changed this question since the page was opened; other questions do not matter */
function changed(draft: FormBody, question: Question, opened: number): FormBody {
  const now = findQuestion(draft, question.key);
  if (!now) throw notFound();
  if (fingerprint(now) !== opened) throw new Stale(questionAnswers(now), fingerprint(now));
  return changeQuestion(draft, question);
}

async function questionPage(visit: Visit, state: FormState): Promise<Response> {
  const { form, draft } = await openDraft(visit);
  const question = findQuestion(draft, visit.param('question'));
  if (!question) throw notFound();
  return drawn(visit, draft, state, question, questionPath(form.id, question.key), false);
}

export async function showNewQuestion(visit: Visit): Promise<Response> {
  return await newQuestionPage(
    visit,
    freshForm(visit.world),
    kindIn(visit.query('kind')),
    visit.query('section') ?? '',
  );
}

export async function sendNewQuestion(visit: Visit): Promise<Response> {
  const id = formId(visit);
  const kind = kindIn(visit.query('kind'));
  const section = visit.query('section') ?? '';
  if (!kind) throw notFound();
  return await submitForm(visit, {
    schema: asPosted(emptyQuestion(kind)),
    act: async ({ question, more }, once) => {
      let key = '';
      const add = (draft: FormBody) => {
        if (!draft.sections.some((one) => one.key === section)) throw notFound();
        key = keyFor(question.label.en, draft, 'question');
        return addQuestion(draft, section, { ...question, key });
      };
      await editDraft(visit.world, visit.actor, id, add, once);
      return more && key ? `${questionPath(id, key)}?more=${more}` : `${draftPath(id)}#section-${section}`;
    },
    again: (state) => newQuestionPage(visit, state, kind, section),
  });
}

async function newQuestionPage(
  visit: Visit,
  state: FormState,
  kind: QuestionKind | undefined,
  section: string,
): Promise<Response> {
  const { form, draft } = await openDraft(visit);
  if (!draft.sections.some((one) => one.key === section)) throw notFound();
  const at = `${draftPath(form.id)}/questions`;
  if (!kind) return kindPage(visit, `${at}/new`, section);
  return drawn(visit, draft, state, emptyQuestion(kind), `${at}?section=${section}&kind=${kind}`, true);
}

function kindIn(typed: string | undefined): QuestionKind | undefined {
  return questionKinds.find((kind) => kind === typed);
}

function kindPage(visit: Visit, action: string, section: string): Response {
  const t = words(visit.language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(draftPath(formId(visit))), label: t('draft') }]} />
      <PageHead title={t('question-new')} lead={t('question-new-lead')} />
      <KindChoice action={visit.href(action)} section={section} />
    </>
  );
  return visit.show({ title: t('question-new'), body });
}

function drawn(
  visit: Visit,
  draft: FormBody,
  state: FormState,
  question: Question,
  path: string,
  isNew: boolean,
): Response {
  const t = words(visit.language);
  const title = t(isNew ? 'question-new' : 'question-edit');
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(draftPath(formId(visit))), label: t('draft') }]} />
      <PageHead title={title} kind={t(`kind.${question.kind}`)} />
      <QuestionForm
        action={visit.href(path)}
        form={draft}
        question={question}
        isNew={isNew}
        state={state}
        more={visit.query('more')}
      />
    </>
  );
  return visit.show({ title, body });
}
