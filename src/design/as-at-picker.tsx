import type { CalendarDate } from '../kernel/calendar-date.ts';
import { SubmitButton } from './button.tsx';
import { DateField } from './form/date-field.tsx';
import { FormContext } from './form/form-context.ts';
import { useKitWords } from './language-context.ts';

interface AsAtPickerProps {
  readonly action: string;
  readonly asAt: CalendarDate;
  /** The first and last day that can be asked for. */
  readonly min?: CalendarDate | undefined;
  readonly max?: CalendarDate | undefined;
  /** What else must stay in the address. */
  readonly keep?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Shows the page as at another day: sends `?as-at=YYYY-MM-DD`. */
export function AsAtPicker({ action, asAt, min, max, keep = {} }: AsAtPickerProps) {
  const t = useKitWords();
  return (
    <FormContext.Provider value={{ id: 'as', problems: [], answers: { 'as-at': asAt } }}>
      <form class="as-at" action={action} method="get">
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <DateField name="as-at" label={t('show-as-at')} min={min} max={max} />
        <SubmitButton look="plain">{t('show')}</SubmitButton>
      </form>
    </FormContext.Provider>
  );
}
