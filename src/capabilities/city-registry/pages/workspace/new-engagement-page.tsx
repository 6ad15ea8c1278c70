import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { type City, cityName } from '../../rules/city.ts';
import { engagementKinds } from '../../rules/engagement.ts';

interface NewEngagementProps {
  readonly visit: Visit;
  readonly city: City;
  readonly state: FormState;
}

export function NewEngagementPage({ visit, city, state }: NewEngagementProps) {
  const t = words(visit.language);
  const name = cityName(visit.language, city);
  const path = visit.href(`/workspace/cities/${city.id}`);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/cities'), label: t('title') },
          { href: path, label: name },
        ]}
      />
      <PageHead kind={name} title={t('record-engagement')} />
      <Form
        action={`${path}/engagements`}
        problems={state.problems}
        answers={state.answers}
        idempotencyKey={state.idempotencyKey}
      >
        <SelectField
          name="kind"
          label={t('kind')}
          choices={engagementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField name="object" label={t('object')} hint={t('object-hint')} maxLength={300} />
        <DateField name="from" label={t('from')} hint={t('date-hint')} partial />
        <DateField name="to" label={t('until')} hint={t('date-hint')} partial optional />
        <RadiosField
          name="visibility"
          label={t('visibility')}
          choices={(['public', 'staff'] as const).map((value) => ({
            value,
            label: t(`visibility.${value}`),
          }))}
        />
        <TextField
          name="sourceAddress"
          type="url"
          label={t('source-address')}
          hint={t('source-hint')}
          optional
        />
        <TextField name="sourceTitle" label={t('source-title')} hint={t('source-hint')} optional />
        <TextField name="sourcePublisher" label={t('source-publisher')} hint={t('source-hint')} optional />
        <TextareaField name="evidence" label={t('evidence')} hint={t('evidence-hint')} optional />
        <SubmitButton>{t('record-it')}</SubmitButton>
      </Form>
    </>
  );
}
