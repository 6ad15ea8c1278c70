import type { FieldProps } from './field.tsx';
import { FieldGroup } from './field.tsx';
import { useField } from './form-context.ts';

interface CheckboxFieldProps extends FieldProps {
  /** The question above the box. */
  readonly question: string;
  /** What is sent when ticked; `yes` when not given. */
  readonly value?: string | undefined;
  readonly initial?: boolean | undefined;
}

/** One box to tick: a consent, a confirmation. `label` is what ticking it says. */
export function CheckboxField({ question, label, value = 'yes', initial, ...props }: CheckboxFieldProps) {
  const state = useField(props.name, initial ? value : undefined);
  return (
    <FieldGroup {...props} label={question} state={state}>
      <div class="choice">
        <input
          type="checkbox"
          id={state.id}
          name={props.name}
          value={value}
          checked={state.chosen.includes(value)}
        />
        <label for={state.id}>{label}</label>
      </div>
    </FieldGroup>
  );
}
