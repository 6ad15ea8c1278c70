import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import { seatRoles } from '../../rules/seat.ts';

type Initial = Readonly<Record<string, string | undefined>>;

/** Who sits, as what, since when, and when last seen in a list. */
export function HoldingFields({ initial = {} }: { initial?: Initial }) {
  const t = words(useLanguage());
  return (
    <>
      <TextField
        name="personName"
        label={t('person-name')}
        hint={t('person-name-hint')}
        initial={initial['personName']}
        optional
      />
      <SelectField
        name="role"
        label={t('role')}
        choices={seatRoles.map((value) => ({ value, label: t(`role-${value}`) }))}
        initial={initial['role'] ?? 'member'}
        none={false}
      />
      <DateField name="from" label={t('since')} partial optional initial={initial['from']} />
      <RadiosField
        name="fromCertainty"
        label={t('how-sure-from')}
        choices={[
          { value: 'stated', label: t('from-stated') },
          { value: 'by', label: t('from-by') },
        ]}
        initial={initial['fromCertainty'] ?? 'stated'}
      />
      <DateField
        name="lastListed"
        label={t('last-listed-head')}
        hint={t('last-listed-hint')}
        partial
        optional
        initial={initial['lastListed']}
      />
    </>
  );
}

/** When it ended, and how that is known. */
export function EndingFields({ initial = {}, optional }: { initial?: Initial; optional?: boolean }) {
  const t = words(useLanguage());
  return (
    <>
      <DateField name="to" label={t('until')} partial optional={optional} initial={initial['to']} />
      <RadiosField
        name="toCertainty"
        label={t('how-sure-to')}
        choices={[
          { value: 'stated', label: t('to-stated') },
          { value: 'not-after', label: t('to-not-after') },
        ]}
        initial={initial['toCertainty'] ?? 'stated'}
      />
    </>
  );
}

/** Where it says so, and for a change why it is made. */
export function SourceFields({ withReason }: { withReason?: boolean }) {
  const t = words(useLanguage());
  return (
    <>
      {withReason && (
        <TextareaField name="reason" label={t('reason')} hint={t('reason-hint')} rows={2} maxLength={500} />
      )}
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
