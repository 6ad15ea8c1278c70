import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { words } from '../../messages/index.ts';
import { conflictGrounds } from '../../rules/conflicts.ts';
import type { ReviewPageProps } from './review-page.tsx';

/** The ways not to review: no time, rather not, a conflict of interest. */
export function SteppingForm({ visit, seen, form: formOf }: ReviewPageProps) {
  const t = words(visit.language);
  const form = formOf('stepping');
  return (
    <details open={form.problems.length > 0}>
      <summary>{t('step-back')}</summary>
      <Form
        action={visit.href(`/portal/reviews/${seen.own.id}/stepping-back`)}
        id="step"
        aside
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <RadiosField
          name="how"
          label={t('how')}
          choices={(['declined', 'abstained', 'conflict'] as const).map((value) => ({
            value,
            label: t(`how.${value}`),
          }))}
        />
        <SelectField
          name="ground"
          label={t('which-ground')}
          optional
          choices={conflictGrounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
        />
        <TextareaField name="why" label={t('why')} rows={2} />
        <SubmitButton look="plain">{t('tell-council')}</SubmitButton>
      </Form>
    </details>
  );
}
