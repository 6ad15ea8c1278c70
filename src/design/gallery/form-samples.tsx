import { because } from '../../kernel/refusal.ts';
import { SubmitButton } from '../button.tsx';
import { CityPicker } from '../city-picker.tsx';
import { CheckboxField } from '../form/checkbox-field.tsx';
import { CheckboxesField, RadiosField } from '../form/choice-fields.tsx';
import { DateField } from '../form/date-field.tsx';
import { FileField } from '../form/file-field.tsx';
import { Form } from '../form/form.tsx';
import { MoneyField } from '../form/money-field.tsx';
import { NumberField } from '../form/number-field.tsx';
import { SaveState } from '../form/save-state.tsx';
import { SelectField } from '../form/select-field.tsx';
import { StaleTexts } from '../form/stale-texts.tsx';
import { TextField } from '../form/text-field.tsx';
import { TextareaField } from '../form/textarea-field.tsx';
import { Columns } from '../layout.tsx';
import { useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

export function FormSamples() {
  const t = useSamples();
  return (
    <SampleGroup id="forms" title={t('forms')}>
      <Columns>
        <PlainForm />
        <FormWithProblems />
      </Columns>
      <StaleTexts
        current={{ summary: t('text-before') }}
        answers={{ summary: t('text-after') }}
        labels={{ summary: t('summary') }}
      />
    </SampleGroup>
  );
}

function PlainForm() {
  const t = useSamples();
  const kinds = [
    { value: 'training', label: t('training'), hint: t('training-hint') },
    { value: 'advice', label: t('advice') },
  ];
  return (
    <Form action="#forms" idempotencyKey="sample-key" id="plain" files>
      <TextField name="title" label={t('title')} hint={t('title-hint')} />
      <TextareaField name="summary" label={t('summary')} initial={t('text-after')} optional />
      <CityPicker
        name="city"
        searchAction="#forms"
        found={[
          {
            id: '1',
            name: t('example-city'),
            localName: 'Ciudad Ejemplo',
            place: t('example-country'),
            population: 1_250_000,
          },
          { id: '2', name: t('example-city'), place: t('other-country'), population: 41_200 },
        ]}
      />
      <RadiosField name="kind" label={t('kind')} choices={kinds} initial="training" />
      <CheckboxesField name="kinds" label={t('kinds')} choices={kinds} initial={['advice']} optional />
      <SelectField
        name="region"
        label={t('region')}
        choices={[{ value: 'a', label: t('region-a') }]}
        optional
      />
      <DateField name="starts" label={t('starts')} initial="2026-11-21" />
      <DateField name="since" label={t('since')} partial optional />
      <NumberField name="people" label={t('people-reached')} unit={t('people-unit')} />
      <MoneyField name="amount" label={t('amount')} currencies={['USD', 'EUR', 'XOF']} />
      <FileField name="report" label={t('report')} hint={t('report-hint')} accept=".pdf" optional />
      <CheckboxField name="consent" question={t('consent-question')} label={t('consent')} />
      <SaveState savedAt={new Date('2026-09-30T09:00:00Z')} />
      <SubmitButton>{t('send-report')}</SubmitButton>
    </Form>
  );
}

function FormWithProblems() {
  const t = useSamples();
  const problem = (field: string, key: 'gallery:problem-title' | 'gallery:problem-date') => ({
    field,
    reason: because(key),
  });
  const kinds = [
    { value: 'training', label: t('training') },
    { value: 'advice', label: t('long-word') },
  ];
  return (
    <Form
      action="#forms"
      idempotencyKey="sample-key"
      id="wrong"
      aside
      problems={[
        problem('title', 'gallery:problem-title'),
        problem('city', 'gallery:problem-title'),
        problem('kind', 'gallery:problem-title'),
        problem('starts', 'gallery:problem-date'),
        problem('amount', 'gallery:problem-title'),
        problem('', 'gallery:problem-date'),
      ]}
      answers={{ title: '', starts: '2023-02-30', amount: '12,5,0', citySearch: 'Exmaple' }}
    >
      <TextField name="title" label={t('title')} hint={t('title-hint')} />
      <CityPicker name="city" searchAction="#forms" found={[]} />
      <RadiosField name="kind" label={t('kind')} choices={kinds} />
      <DateField name="starts" label={t('starts')} />
      <MoneyField name="amount" label={t('amount')} currencies={['USD']} />
      <SaveState savedAt={undefined} />
      <SubmitButton>{t('send-report')}</SubmitButton>
    </Form>
  );
}
