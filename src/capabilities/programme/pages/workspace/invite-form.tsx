import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { Plan } from '../../actions/plan-invitations.ts';
import { words } from '../../messages/index.ts';
import { PlanOfCity } from './plan-of-city.tsx';

interface InviteFormProps {
  readonly visit: Visit;
  readonly action: string;
  readonly plans: readonly Plan[];
  readonly form: FormState;
}

/** Each city with its letter; who cannot be invited says why, who is beyond its budget asks for a reason. */
export function InviteForm({ visit, action, plans, form }: InviteFormProps) {
  const t = words(visit.language);
  const chosen = (form.answers['chosen'] ?? '').split('\n');
  const possible = plans.filter(({ refused }) => !refused);
  const beyond = possible.filter((plan) => plan.beyond);
  return (
    <Form
      action={action}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={form.idempotencyKey}
    >
      {plans.map(({ city }) => (
        <input key={city.id} type="hidden" name="cities" value={city.id} />
      ))}
      {plans.map((plan) => (
        <PlanOfCity
          key={plan.city.id}
          language={visit.language}
          href={visit.href}
          plan={plan}
          chosen={chosen.includes(plan.city.id)}
        />
      ))}
      {beyond.length > 0 && (
        <TextareaField
          name="reason"
          label={t('beyond-reason', { n: beyond.length })}
          hint={t('beyond-reason-hint')}
          rows={3}
          maxLength={600}
          optional={beyond.length < possible.length}
        />
      )}
      {possible.length > 0 && (
        <>
          <p>{t('what-sending-does')}</p>
          <SubmitButton>{t('send-invitations')}</SubmitButton>
        </>
      )}
    </Form>
  );
}
