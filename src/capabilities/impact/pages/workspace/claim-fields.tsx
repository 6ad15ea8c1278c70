import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { MoneyField } from '../../../../design/form/money-field.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import { type ClaimKind, countUnits, kindRules } from '../../rules/claim-kinds.ts';
import { qualifiers, visibilities } from '../../rules/entry.ts';
import { evidencePieces } from '../../rules/read-claim.ts';

type Initial = Readonly<Record<string, string | undefined>>;

interface MeasureFieldsProps {
  readonly kind: ClaimKind;
  readonly initial?: Initial | undefined;
}

/** The currencies that come first; any other can be sent as well. */
const currencies = [
  'USD',
  'EUR',
  'CHF',
  'GBP',
  'XOF',
  'XAF',
  'KES',
  'UGX',
  'GMD',
  'SLE',
  'COP',
  'BRL',
  'MXN',
  'JOD',
];

/** When it happened, and how much or how many where the kind asks for it. */
export function MeasureFields({ kind, initial = {} }: MeasureFieldsProps) {
  const t = words(useLanguage());
  const { takes } = kindRules[kind];
  return (
    <>
      <DateField name="on" label={t('happened-on')} initial={initial['on']} partial />
      {takes === 'amount' && (
        <>
          <MoneyField
            name="amount"
            label={t('amount')}
            hint={t('amount-hint')}
            currencies={currencies}
            initial={{ amount: initial['amount'] ?? '', currency: initial['amountCurrency'] ?? 'USD' }}
          />
          <TextField name="usd" label={t('usd')} hint={t('usd-hint')} initial={initial['usd']} optional />
          <TextField name="usdSource" label={t('usd-source')} initial={initial['usdSource']} optional />
        </>
      )}
      {takes === 'count' && (
        <>
          <NumberField name="count" label={t('count')} initial={initial['count']} />
          <SelectField
            name="countUnit"
            label={t('count-unit')}
            initial={initial['countUnit'] ?? 'people'}
            none={false}
            choices={countUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
          />
        </>
      )}
      {takes !== 'nothing' && (
        <SelectField
          name="qualifier"
          label={t('how-exact')}
          initial={initial['qualifier'] ?? 'exactly'}
          none={false}
          choices={qualifiers.map((value) => ({
            value,
            label: t(`exact.${value.replace(' ', '-')}` as 'exact.about'),
          }))}
        />
      )}
      <TextareaField
        name="statement"
        label={t('statement')}
        hint={t('statement-hint')}
        initial={initial['statement']}
      />
      <RadiosField
        name="visibility"
        label={t('visibility')}
        initial={initial['visibility'] ?? 'public'}
        choices={visibilities.map((value) => ({
          value,
          label: t(`visibility.${value}`),
          hint: t(`visibility-hint.${value}`),
        }))}
      />
    </>
  );
}

/** One piece at least; each with where it can be found again. */
export function EvidenceFields() {
  const t = words(useLanguage());
  return (
    <>
      <h2>{t('evidence')}</h2>
      <p>{t('evidence-lead')}</p>
      {Array.from({ length: evidencePieces }, (_, index) => index + 1).map((n) => (
        <fieldset key={n} class="form">
          <legend>
            <strong>{t('evidence-n', { n })}</strong>
          </legend>
          <TextField name={`evidenceTitle${n}`} label={t('evidence-title')} optional={n > 1} />
          <TextField
            name={`evidenceAddress${n}`}
            label={t('evidence-address')}
            hint={t('evidence-address-hint')}
            optional
          />
          <TextField
            name={`evidenceSource${n}`}
            label={t('evidence-source')}
            hint={t('evidence-source-hint')}
            optional
          />
          <DateField name={`evidenceDate${n}`} label={t('evidence-date')} partial optional />
        </fieldset>
      ))}
    </>
  );
}
