import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { CheckboxesField, RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { type Choice, SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import { certifyConditions, type TrainingEvent } from '../../rules/event.ts';
import { saidIn } from '../../rules/some-text.ts';
import { type Frame, languageChoices, zoneChoices } from '../frame.ts';
import { EventTexts } from './event-texts.tsx';

interface EventFormProps extends Frame {
  readonly form: FormState;
  readonly courses: readonly Choice[];
  readonly stored: Readonly<Record<string, string>>;
  readonly action: string;
  readonly event: TrainingEvent | undefined;
}

/** Everything about an event, the same form to plan and to change it. */
export function EventForm({ language, href, form, courses, stored, action, event }: EventFormProps) {
  const t = words(language);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href('/workspace/training'), label: t('training') },
          ...(event
            ? [
                {
                  href: href(`/workspace/training/events/${event.id}`),
                  label: saidIn(event.title, language, event.sourceLanguage).text,
                },
              ]
            : []),
        ]}
      />
      <PageHead title={t(event ? 'change-plan' : 'plan-event')} />
      {event?.stage === 'open' && <Notice tone="signal">{t('moving-tells')}</Notice>}
      <Form
        action={href(action)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? event?.version}
      >
        {form.stale && (
          <StaleTexts
            current={form.stale.current}
            answers={form.answers}
            labels={{ place: t('place'), capacity: t('places') }}
          />
        )}
        <EventTexts language={language} form={form} stored={stored} fixed={event !== undefined} />
        <h2>{t('when-and-where')}</h2>
        <RadiosField
          name="kind"
          label={t('kind-of-event')}
          choices={(['online', 'place'] as const).map((value) => ({
            value,
            label: t(`event-kind.${value}`),
          }))}
          initial={stored['kind']}
        />
        <TextField name="place" label={t('place')} hint={t('place-hint')} initial={stored['place']} />
        <TextField
          name="joinAddress"
          label={t('join-address')}
          hint={t('join-address-hint')}
          type="url"
          initial={stored['joinAddress']}
          optional
        />
        <DateField name="day" label={t('day')} initial={stored['day']} />
        <TextField
          name="time"
          label={t('time')}
          hint={t('time-hint')}
          size="short"
          initial={stored['time']}
        />
        <SelectField
          name="timeZone"
          label={t('event-time-zone')}
          choices={zoneChoices()}
          initial={stored['timeZone']}
          none={false}
        />
        <NumberField name="minutes" label={t('takes')} unit={t('minutes')} initial={stored['minutes']} />
        <h2>{t('places')}</h2>
        <NumberField
          name="capacity"
          label={t('how-many-places')}
          unit={t('people')}
          initial={stored['capacity']}
        />
        <CheckboxField
          name="waitingList"
          question={t('when-full')}
          label={t('keep-waiting-list')}
          initial={stored['waitingList'] === 'yes'}
          optional
        />
        <DateField name="closesDay" label={t('registration-closes')} initial={stored['closesDay']} />
        <TextField
          name="closesTime"
          label={t('registration-closes-time')}
          hint={t('time-hint')}
          size="short"
          initial={stored['closesTime']}
        />
        <CheckboxesField
          name="languages"
          label={t('spoken-languages')}
          choices={languageChoices(language)}
          initial={stored['languages']?.split('\n')}
        />
        <h2>{t('certificate')}</h2>
        <RadiosField
          name="certifies"
          label={t('who-gets-certificate')}
          choices={certifyConditions.map((value) => ({ value, label: t(`certifies.${value}`) }))}
          initial={stored['certifies']}
        />
        <SelectField
          name="course"
          label={t('goes-with-course')}
          choices={courses}
          none={t('no-course')}
          initial={stored['course']}
          optional
        />
        <SubmitButton>{t(event ? 'save' : 'save-event')}</SubmitButton>
      </Form>
    </>
  );
}
