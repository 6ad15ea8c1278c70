import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { reading, type Submission } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { mergeCases } from '../../actions/merge-cases.ts';
import { resolveCase } from '../../actions/resolve-case.ts';
import { words } from '../../messages/index.ts';
import { outcomes } from '../../rules/case.ts';
import { mergeAnswers, outcomeAnswers } from './case-answers.ts';
import { CaseHead } from './case-head.tsx';
import { briefOf, type CaseInBrief, caseIdOf } from './case-record.ts';

/** A step with one form of its own page: what it needs to be shown and to be taken. */
interface Step<Schema extends z.ZodType> {
  readonly title: 'resolve' | 'merge';
  readonly lead: 'resolve-lead' | 'merge-lead';
  readonly button: 'resolve-send' | 'merge-send';
  readonly path: string;
  readonly schema: Schema;
  fields(visit: Visit, record: CaseInBrief): ComponentChildren;
  act(visit: Visit, said: z.infer<Schema>, once: Submission): Promise<void>;
}

const outcomeStep: Step<typeof outcomeAnswers> = {
  title: 'resolve',
  lead: 'resolve-lead',
  button: 'resolve-send',
  path: 'outcome',
  schema: outcomeAnswers,
  fields: ({ language }, { shown }) => {
    const t = words(language);
    const choices = outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }));
    return (
      <>
        {!shown.verifiedHow && <Notice tone="signal">{t('resolve-unverified')}</Notice>}
        <RadiosField name="outcome" label={t('outcome')} choices={choices} />
        <TextareaField
          name="note"
          label={t('outcome-note')}
          hint={t('outcome-note-hint')}
          lang={shown.language}
        />
      </>
    );
  },
  act: (visit, said, once) =>
    resolveCase(visit.world, visit.actor, { ...said, caseId: caseIdOf(visit) }, once),
};

const mergeStep: Step<typeof mergeAnswers> = {
  title: 'merge',
  lead: 'merge-lead',
  button: 'merge-send',
  path: 'merge',
  schema: mergeAnswers,
  fields: ({ language }) => (
    <TextField
      name="into"
      label={words(language)('merge-into')}
      hint={words(language)('reference-hint')}
      size="medium"
    />
  ),
  act: (visit, said, once) =>
    mergeCases(visit.world, visit.actor, { ...said, caseId: caseIdOf(visit) }, once),
};

export const showOutcome = (visit: Visit) => stepPage(visit, outcomeStep, freshForm(visit.world));
export const sendOutcome = (visit: Visit) => takeStep(visit, outcomeStep);
export const showMerge = (visit: Visit) => stepPage(visit, mergeStep, freshForm(visit.world));
export const sendMerge = (visit: Visit) => takeStep(visit, mergeStep);

async function takeStep<Schema extends z.ZodType>(visit: Visit, step: Step<Schema>): Promise<Response> {
  return await submitForm(visit, {
    schema: step.schema,
    act: async (said, once) => {
      await step.act(visit, said, once);
      return `/workspace/support/cases/${caseIdOf(visit)}`;
    },
    again: (state) => stepPage(visit, step, state),
  });
}

async function stepPage<Schema extends z.ZodType>(
  visit: Visit,
  step: Step<Schema>,
  form: FormState,
): Promise<Response> {
  const { language, world, actor } = visit;
  const record = await reading(world, actor, (tx) => briefOf(tx, caseIdOf(visit)));
  const t = words(language);
  const path = `/workspace/support/cases/${record.shown.id}`;
  const body = (
    <>
      <CaseHead language={language} record={record} step={t(step.title)} href={(to) => visit.href(to)} />
      <p>{t(step.lead)}</p>
      {form.stale && (
        <Notice tone="signal">
          <p>
            {t('look-again')} <a href={visit.href(path)}>{record.shown.reference}</a>
          </p>
        </Notice>
      )}
      <Form
        action={visit.href(`${path}/${step.path}`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? form.answers['version'] ?? record.shown.version}
      >
        {step.fields(visit, record)}
        <SubmitButton>{t(step.button)}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t(step.title), body });
}
