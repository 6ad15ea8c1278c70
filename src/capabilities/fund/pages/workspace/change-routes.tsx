import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { decideChange } from '../../actions/decide-change.ts';
import { proposeChange } from '../../actions/propose-change.ts';
import { words } from '../../messages/index.ts';
import { shorteningNoticeDays } from '../../rules/window-change.ts';
import { gathered, inFive } from './local-answers.ts';
import { LocalFields } from './local-fields.tsx';
import { PeriodFields, periodAnswers, periodIn, stageAsked } from './stages.tsx';
import { idAsked, pathOf, windowAsked } from './step.tsx';
import { windowPage } from './window.tsx';

const reasonAnswers = z.object(inFive('reason', 500, 'en'));
const moveAnswers = z.object({ ...periodAnswers, ...inFive('reason', 500, 'en') });

/** Opening or closing the whole window: proposed here, approved by another. */
export function proposal(kind: 'open' | 'close') {
  return async (visit: Visit): Promise<Response> => {
    const windowId = idAsked(visit);
    return await submitForm(visit, {
      schema: reasonAnswers,
      act: async (said, once) => {
        const reason = gathered(said, 'reason');
        await proposeChange(visit.world, visit.actor, { windowId, kind, reason }, once);
        return pathOf(windowId);
      },
      again: (state) => windowPage(visit, state, kind === 'open' ? 'opening' : 'closing'),
    });
  };
}

/** The second person's word, or the proposer's second thought. */
export function decision(decided: 'approved' | 'refused' | 'withdrawn') {
  return async (visit: Visit): Promise<Response> => {
    const windowId = idAsked(visit);
    const changeId = idAsked(visit, 'change');
    return await submitForm(visit, {
      schema: z.object(decided === 'refused' ? { why: text(500) } : {}),
      act: async (said, once) => {
        const why = 'why' in said && typeof said.why === 'string' ? said.why : null;
        await decideChange(visit.world, visit.actor, { windowId, changeId, decision: decided, why }, once);
        return pathOf(windowId);
      },
      again: (state) => windowPage(visit, state, 'decision'),
    });
  };
}

export async function showDeadline(visit: Visit): Promise<Response> {
  return await deadlinePage(visit, freshForm(visit.world));
}

export async function sendDeadline(visit: Visit): Promise<Response> {
  const stage = stageAsked(visit);
  const window = await windowAsked(visit);
  return await submitForm(visit, {
    schema: moveAnswers,
    act: async (said, once) => {
      const to = periodIn(window.timeZone, said);
      const reason = gathered(said, 'reason');
      await proposeChange(
        visit.world,
        visit.actor,
        { windowId: window.id, kind: 'move', stage, to, reason },
        once,
      );
      return pathOf(window.id);
    },
    again: (state) => deadlinePage(visit, state),
  });
}

async function deadlinePage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const key = stageAsked(visit);
  const stage = window.stages.find((one) => one.key === key);
  if (!stage || window.state !== 'open') throw notFound();
  const title = t('move-deadline-of', { stage: t(`stage.${key}`) });
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/fund/windows'), label: t('windows') },
          { href: visit.href(pathOf(window.id)), label: window.name[language] },
        ]}
      />
      <PageHead title={title} lead={t('move-deadline-lead', { n: shorteningNoticeDays })} />
      {stage.closesAt <= visit.world.now() && <Notice>{t('stage-is-over')}</Notice>}
      <Form
        action={visit.href(pathOf(window.id, `/deadlines/${key}`))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <PeriodFields {...{ visit, window, stage }} />
        <LocalFields
          name="reason"
          label={t('why-so')}
          hint={t('public-reason-hint')}
          maxLength={500}
          needed="en"
        />
        <SubmitButton>{t('propose-move')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title, body, hasProblems: form.problems.length > 0 });
}
