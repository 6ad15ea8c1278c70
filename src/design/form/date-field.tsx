import { parseCalendarDate } from '../../kernel/calendar-date.ts';
import { useKitWords } from '../language-context.ts';
import { type FieldProps, FieldFrame } from './field.tsx';
import { describedBy, inputType, useField } from './form-context.ts';

interface DateFieldProps extends FieldProps {
  readonly initial?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Also takes `2019` or `2019-07`: as much as the source says. */
  readonly partial?: boolean | undefined;
}

/**
 * The browser's own date picker, sending `YYYY-MM-DD`. What is no date (sent by a script, or by a browser without a
 * picker) is shown again as text, for a picker would silently empty it.
 */
export function DateField({ partial, ...props }: DateFieldProps) {
  const t = useKitWords();
  const state = useField(props.name, props.initial);
  const hint = props.hint ?? (partial ? t('partial-date-hint') : undefined);
  const picker = !partial && (state.answer === '' || parseCalendarDate(state.answer) !== undefined);
  return (
    <FieldFrame {...props} hint={hint} state={state}>
      <input
        id={state.id}
        name={props.name}
        type={inputType(picker ? 'date' : 'text')}
        class="short"
        dir="ltr"
        value={state.answer}
        min={picker ? props.min : undefined}
        max={picker ? props.max : undefined}
        required={!props.optional}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={describedBy(state, hint)}
      />
    </FieldFrame>
  );
}
