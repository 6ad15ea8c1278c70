import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { withdrawEngagement } from '../../actions/withdraw-engagement.ts';
import { words } from '../../messages/index.ts';

export function showWithdrawal(visit: Visit): Response {
  return withdrawal(visit, freshForm(visit.world));
}

export async function withdraw(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ reason: text(500) }),
    act: async ({ reason }, once) => {
      const cityId = await withdrawEngagement(visit.world, visit.actor, visit.param('id'), reason, once);
      return `/workspace/cities/${cityId}`;
    },
    again: (state) => withdrawal(visit, state),
  });
}

function withdrawal(visit: Visit, state: FormState): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('withdraw-title'),
    hasProblems: state.problems.length > 0,
    script: true,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/cities'), label: t('title') }]} />
        <PageHead title={t('withdraw-title')} lead={t('withdraw-lead')} />
        <Form
          action={visit.href(`/workspace/engagements/${visit.param('id')}/withdrawal`)}
          problems={state.problems}
          answers={state.answers}
          idempotencyKey={state.idempotencyKey}
        >
          <TextareaField name="reason" label={t('reason')} />
          <SubmitButton look="danger">{t('withdraw')}</SubmitButton>
        </Form>
      </>
    ),
  });
}
