import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { MoneyField } from '../../../../design/form/money-field.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import { qualifiers, resultUnits } from '../../rules/grant.ts';
import type { GrantPageProps } from './grant-page.tsx';

export function AmountForm({ language, href, grant, said, form, sent }: GrantPageProps) {
  const t = words(language);
  const mine = sent === 'amount';
  const currency = said['amountCurrency'] ?? 'USD';
  const currencies = grant.ceiling ? [currency] : [...new Set([currency, 'USD', 'EUR', 'CHF', 'GBP'])];
  return (
    <section>
      <h2>{t('record-amount')}</h2>
      <p>{t('record-amount-lead')}</p>
      <Form
        id="amount"
        action={href(`/workspace/fund/grants/${grant.id}/amount`)}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-a`}
        version={grant.version}
      >
        <MoneyField
          name="amount"
          label={t('amount')}
          currencies={currencies}
          initial={{ amount: said['amount'] ?? '', currency }}
        />
        <TextareaField name="reason" label={t('reason')} hint={t('reason-hint')} rows={2} maxLength={500} />
        <SourceFields />
        <SubmitButton>{t('record-amount')}</SubmitButton>
      </Form>
    </section>
  );
}

export function ResultForm({ language, href, grant, form, sent }: GrantPageProps) {
  const t = words(language);
  const mine = sent === 'result';
  return (
    <section>
      <h2>{t('record-result')}</h2>
      <p>{t('record-result-lead')}</p>
      <Form
        id="result"
        action={href(`/workspace/fund/grants/${grant.id}/results`)}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-r`}
        version={grant.version}
      >
        <SelectField
          name="qualifier"
          label={t('qualifier')}
          choices={qualifiers.map((value) => ({
            value,
            label: t('qualifier-word', { qualifier: value.replaceAll(' ', '_') }),
          }))}
          initial="exactly"
          none={false}
        />
        <NumberField name="value" label={t('number')} />
        <SelectField
          name="unit"
          label={t('unit')}
          choices={resultUnits.map((value) => ({ value, label: t(`unit-${value}`) }))}
        />
        <CheckboxField name="isTarget" question={t('target-or-result')} label={t('is-target')} optional />
        <DateField name="date" label={t('date-of-result')} partial />
        <TextareaField
          name="what"
          label={t('what-counted')}
          hint={t('what-counted-hint')}
          rows={2}
          maxLength={300}
        />
        <SourceFields />
        <SubmitButton>{t('record-result')}</SubmitButton>
      </Form>
    </section>
  );
}

/** Where it says so. */
function SourceFields() {
  const t = words(useLanguage());
  return (
    <>
      <TextField
        name="sourceAddress"
        type="url"
        label={t('source-address')}
        hint={t('source-address-hint')}
      />
      <TextField name="sourceTitle" label={t('source-title')} />
      <TextField name="sourcePublisher" label={t('source-publisher')} />
    </>
  );
}
