import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { type City, cityName } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { BasisField, topicKeys, topicLabel, urgencies, urgencyLabel } from '../../city-record/index.ts';
import type { Frame } from './desk.ts';

interface EntryFormProps extends Frame {
  readonly city: City;
  readonly kind: 'offer' | 'ask';
  readonly form: FormState;
  readonly today: CalendarDate;
  /** Topics that the record tells already. */
  readonly told: readonly string[];
  readonly asCity: boolean;
}

export function EntryForm({ language, href, base, city, kind, form, today, told, asCity }: EntryFormProps) {
  const t = words(language);
  const path = `${base}/cities/${city.id}`;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href(base), label: t('exchange') },
          { href: href(path), label: cityName(language, city) },
        ]}
      />
      <PageHead title={t(`add-${kind}`)} kind={cityName(language, city)} lead={t(`${kind}-lead`)} />
      <Form
        action={href(`${path}/entries`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <input type="hidden" name="kind" value={kind} />
        <SelectField
          name="topic"
          label={t('topic')}
          choices={topicKeys
            .filter((key) => !told.includes(key) || form.answers['topic'] === key)
            .map((key) => ({ value: key, label: topicLabel(language, key) }))}
        />
        <TextareaField
          name="detail"
          label={t('detail')}
          hint={t(`${kind}-detail-hint`)}
          rows={4}
          maxLength={600}
        />
        {kind === 'ask' && (
          <RadiosField
            name="urgency"
            label={t('urgency')}
            initial="this-year"
            choices={urgencies.map((value) => ({ value, label: urgencyLabel(language, value) }))}
          />
        )}
        <DateField name="to" label={t('until')} hint={t('until-hint')} min={today} optional />
        {!asCity && <BasisField language={language} />}
        <p class="quiet">{t('entry-in-record')}</p>
        <SubmitButton>{t(`add-${kind}`)}</SubmitButton>
      </Form>
    </>
  );
}
