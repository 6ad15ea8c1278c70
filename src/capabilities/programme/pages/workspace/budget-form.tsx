import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { optionalText, version, wholeNumber, wrong } from '../../../../platform/forms/fields.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import type { Budget } from '../../store/contact-budget.ts';

/** Two a day is no budget any more. */
const most = 60;

export const budgetAnswers = z.object({
  perMonth: wholeNumber(0).transform((value, context) =>
    value > most ? wrong(context, 'programme:budget-too-large', { most }) : value,
  ),
  why: optionalText(600),
  version: version(),
});

interface BudgetFormProps {
  readonly language: Language;
  readonly action: string;
  readonly form: FormState;
  readonly budget: Budget | undefined;
  readonly usual: number;
}

/** How often a month the council may ask something: of all cities, or of one. */
export function BudgetForm({ language, action, form, budget, usual }: BudgetFormProps) {
  const t = words(language);
  return (
    <Form
      id="budget"
      action={action}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={`${form.idempotencyKey}-b`}
      version={form.stale?.version ?? budget?.version ?? 0}
      aside
    >
      {form.stale && (
        <StaleTexts
          current={form.stale.current}
          answers={form.answers}
          labels={{ perMonth: t('per-month'), why: t('budget-why') }}
        />
      )}
      <NumberField
        name="perMonth"
        label={t('per-month')}
        hint={t('per-month-hint')}
        initial={String(budget?.perMonth ?? usual)}
      />
      <TextareaField
        name="why"
        label={t('budget-why')}
        initial={budget?.why ?? undefined}
        rows={2}
        maxLength={600}
        optional
      />
      <SubmitButton look="plain">{t('save-budget')}</SubmitButton>
    </Form>
  );
}
