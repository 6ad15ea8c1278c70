import { SubmitButton } from '../../../../design/button.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { answerSurvey } from '../../actions/answer-survey.ts';
import { type Follower, readThroughLink } from '../../actions/through-link.ts';
import { words } from '../../messages/index.ts';
import { findSurveyAnswer } from '../../store/surveys.ts';
import { personal } from '../personal.ts';
import { surveyAnswers } from './ask-answers.ts';

export async function showSurvey(visit: Visit): Promise<Response> {
  return await surveyPage(visit, freshForm(visit.world));
}

export async function sendSurvey(visit: Visit): Promise<Response> {
  return personal(
    await submitForm(visit, {
      schema: surveyAnswers,
      act: async ({ helped, ease }, once) => {
        await answerSurvey(visit.world, follower(visit), { helped, ease: Number(ease) }, once);
        return `/ask/survey/${visit.param('token')}`;
      },
      again: (state) => surveyPage(visit, state),
    }),
  );
}

function follower(visit: Visit): Follower {
  return { token: visit.param('token'), audience: 'survey', network: networkOf(visit.request) };
}

/** Two questions, once; then thanks. */
async function surveyPage(visit: Visit, form: FormState): Promise<Response> {
  const t = words(visit.language);
  const answered = await readThroughLink(visit.world, follower(visit), (tx, caseId) =>
    findSurveyAnswer(tx, caseId),
  );
  const title = t(answered ? 'survey-thanks' : 'survey');
  const ease = ['1', '2', '3', '4', '5'].map((value) => ({
    value,
    label: t(`ease.${value as '1' | '2' | '3' | '4' | '5'}`),
  }));
  const helped = (['yes', 'partly', 'no'] as const).map((value) => ({ value, label: t(`helped.${value}`) }));
  const body = answered ? (
    <Confirmation title={t('survey-thanks')}>{t('survey-thanks-next')}</Confirmation>
  ) : (
    <>
      <PageHead title={t('survey')} lead={t('survey-lead')} />
      <Form
        action={visit.href(`/ask/survey/${visit.param('token')}`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <RadiosField name="helped" label={t('survey-helped')} choices={helped} />
        <RadiosField name="ease" label={t('survey-ease')} choices={ease} />
        <SubmitButton>{t('survey-send')}</SubmitButton>
      </Form>
    </>
  );
  return personal(visit.show({ title, body }));
}
