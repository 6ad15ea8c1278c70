import { z } from 'zod';
import { SubmitButton } from '../../../design/button.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { Language } from '../../../kernel/language.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { choice, optionalText, text, wrong } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { sayWhatChanged } from '../actions/follow-up.ts';
import { words } from '../messages/index.ts';
import { whyNotAnswerFor } from '../permissions.ts';
import { changes } from '../rules/follow-up.ts';
import { findExchange } from '../store/exchanges.ts';
import { listFollowUps } from '../store/follow-ups.ts';
import { deskOf, idIn, namedCities } from './desk.ts';

export const changeAnswers = z.object({
  changed: choice(changes),
  what: text(2000),
  address: optionalText(2000).transform((value, context) =>
    value === null || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(value)
      ? value
      : wrong(context, 'platform:not-an-address'),
  ),
});

export async function showFollowUp(visit: Visit): Promise<Response> {
  return await followUpPage(visit, freshForm(visit.world));
}

export async function sendFollowUp(visit: Visit): Promise<Response> {
  const [exchangeId, cityId] = [idIn(visit, 'id'), idIn(visit, 'city')];
  return await submitForm(visit, {
    schema: changeAnswers,
    act: async (said, once) => {
      await sayWhatChanged(visit.world, visit.actor, { ...said, exchangeId, cityId }, once);
      return `${deskOf(visit)}/exchanges/${exchangeId}`;
    },
    again: (state) => followUpPage(visit, state),
  });
}

async function followUpPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const [exchangeId, cityId] = [idIn(visit, 'id'), idIn(visit, 'city')];
  refuseIf(whyNotAnswerFor(actor, cityId), 404);
  const { others } = await reading(world, actor, async (tx) => {
    const exchange = await findExchange(tx, exchangeId);
    const asked = (await listFollowUps(tx, exchangeId)).some((one) => one.cityId === cityId);
    if (!exchange || !asked) throw notFound();
    const { name } = await namedCities(visit, tx, exchange.cityIds);
    return { others: exchange.cityIds.filter((id) => id !== cityId).map(name) };
  });
  const action = visit.href(`${deskOf(visit)}/exchanges/${exchangeId}/follow-ups/${cityId}`);
  return visit.show({
    title: words(language)('what-changed'),
    body: <FollowUpForm language={language} action={action} others={others} form={form} />,
  });
}

interface FollowUpFormProps {
  readonly language: Language;
  readonly action: string;
  readonly others: readonly string[];
  readonly form: FormState;
}

export function FollowUpForm({ language, action, others, form }: FollowUpFormProps) {
  const t = words(language);
  return (
    <>
      <PageHead
        title={t('what-changed')}
        lead={t('what-changed-lead', { others: new Intl.ListFormat(language).format(others) })}
      />
      <Form
        action={action}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <RadiosField
          name="changed"
          label={t('did-it-change')}
          choices={changes.map((value) => ({ value, label: t(`change.${value}`) }))}
        />
        <TextareaField name="what" label={t('tell-us')} hint={t('tell-us-hint')} rows={5} maxLength={2000} />
        <TextField name="address" type="url" label={t('where-to-see')} optional />
        <SubmitButton>{t('send-answer')}</SubmitButton>
      </Form>
    </>
  );
}
