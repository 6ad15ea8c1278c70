import { useKitWords } from '../language-context.ts';
import { type FieldProps, FieldFrame } from './field.tsx';
import { describedBy, useField } from './form-context.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface SelectFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly initial?: string | undefined;
  /** The words of "none chosen"; `false` leaves that choice out. */
  readonly none?: string | false | undefined;
}

/** For six choices or more; fewer are better seen at once as radios. */
export function SelectField({ choices, none, ...props }: SelectFieldProps) {
  const t = useKitWords();
  const state = useField(props.name, props.initial);
  return (
    <FieldFrame {...props} state={state}>
      <select
        id={state.id}
        name={props.name}
        required={!props.optional}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={describedBy(state, props.hint)}
      >
        {none !== false && <option value="">{none ?? t('choose')}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === state.answer}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
