import { z } from 'zod';
import { SubmitButton } from '../../../design/button.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { date, optionalText } from '../../../platform/forms/fields.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Quiet } from '../store/quiet.ts';

export const quietAnswers = z.object({ until: date(), why: optionalText(600) });

interface QuietFormProps {
  readonly language: Language;
  /** Where it is said; `/lifting` under it takes it back. */
  readonly action: string;
  readonly form: FormState;
  readonly quiet: Quiet | undefined;
  readonly today: CalendarDate;
}

/** "Too much at the moment": until a day, or taken back. */
export function QuietForm({ language, action, form, quiet, today }: QuietFormProps) {
  const t = words(language);
  if (quiet && quiet.until >= today)
    return (
      <Notice tone="done" title={t('quiet-until', { until: formatDate(language, quiet.until) })}>
        <p>{t('quiet-says')}</p>
        <form method="post" action={`${action}/lifting`}>
          <input type="hidden" name="key" value={form.idempotencyKey} />
          <SubmitButton look="plain">{t('lift-quiet')}</SubmitButton>
        </form>
      </Notice>
    );
  return (
    <Form
      action={action}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={form.idempotencyKey}
    >
      <DateField
        name="until"
        label={t('quiet-until-when')}
        hint={t('quiet-hint')}
        initial={addDays(today, 30)}
        min={today}
        max={addDays(today, 366)}
      />
      <TextareaField
        name="why"
        label={t('quiet-why')}
        hint={t('quiet-why-hint')}
        rows={3}
        maxLength={600}
        optional
      />
      <SubmitButton look="plain">{t('say-quiet')}</SubmitButton>
    </Form>
  );
}
