import { SubmitButton } from '../../../design/button.tsx';
import { CheckboxesField } from '../../../design/form/choice-fields.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { words } from '../messages/index.ts';
import type { SessionPageProps } from './session-page.tsx';

/** Who came, what was noted, and up to three things that were agreed. */
export function RecordForm({
  language,
  href,
  base,
  session,
  exchange,
  cities,
  form,
  sent,
}: SessionPageProps) {
  const t = words(language);
  const choices = exchange.cityIds.map((id) => ({ value: id, label: cities.name(id) }));
  return (
    <section>
      <h2>{t('record-session')}</h2>
      <Form
        id="record"
        aside={sent !== 'record'}
        action={href(`${base}/sessions/${session.id}/record`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={`${form.idempotencyKey}-record`}
        version={form.stale?.version ?? session.version}
      >
        <CheckboxesField name="came" label={t('came')} choices={choices} initial={[...exchange.cityIds]} />
        <TextareaField name="notes" label={t('notes')} hint={t('notes-hint')} rows={6} maxLength={8000} />
        {[1, 2, 3].map((n) => (
          <fieldset key={n}>
            <legend>{t('agreed-action-n', { n })}</legend>
            <TextField name={`what${n}`} label={t('action-what')} maxLength={500} optional />
            <SelectField name={`city${n}`} label={t('action-who')} choices={choices} optional />
            <DateField name={`due${n}`} label={t('due')} optional />
          </fieldset>
        ))}
        <SubmitButton>{t('keep-record')}</SubmitButton>
      </Form>
    </section>
  );
}
