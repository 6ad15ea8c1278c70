import { type FieldProps, FieldGroup } from './field.tsx';
import { type FieldState, useField } from './form-context.ts';
import type { Choice } from './select-field.tsx';

interface RadiosFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly initial?: string | undefined;
}

interface CheckboxesFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly initial?: readonly string[] | undefined;
}

interface BoxProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly state: FieldState;
}

/** One of a few. */
export function RadiosField({ choices, ...props }: RadiosFieldProps) {
  const state = useField(props.name, props.initial);
  return (
    <FieldGroup {...props} state={state}>
      <Boxes type="radio" name={props.name} choices={choices} state={state} />
    </FieldGroup>
  );
}

/** Any of a few; the name is sent once for each. */
export function CheckboxesField({ choices, ...props }: CheckboxesFieldProps) {
  const state = useField(props.name, props.initial?.join('\n'));
  return (
    <FieldGroup {...props} state={state}>
      <Boxes type="checkbox" name={props.name} choices={choices} state={state} />
    </FieldGroup>
  );
}

/** The first box has the field's own id, so that the summary's link lands on it. */
function Boxes({ type, name, choices, state }: BoxProps) {
  return (
    <>
      {choices.map((choice, index) => {
        const id = index === 0 ? state.id : `${state.id}-${index + 1}`;
        const hintId = choice.hint && `${id}-says`;
        return (
          <div class="choice" key={choice.value}>
            <input
              type={type}
              id={id}
              name={name}
              value={choice.value}
              checked={state.chosen.includes(choice.value)}
              aria-describedby={hintId}
            />
            <label for={id}>{choice.label}</label>
            {choice.hint && (
              <p class="hint" id={hintId}>
                {choice.hint}
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
