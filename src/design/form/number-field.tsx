import { type FieldProps, FieldFrame } from './field.tsx';
import { describedBy, useField } from './form-context.ts';

interface NumberFieldProps extends FieldProps {
  readonly initial?: string | undefined;
  /** Written after the box: "people", "%". */
  readonly unit?: string | undefined;
  readonly decimals?: boolean | undefined;
}

/** A text box with a number keyboard: spinners change numbers by accident. */
export function NumberField(props: NumberFieldProps) {
  const state = useField(props.name, props.initial);
  const unitId = `${state.id}-unit`;
  const described = [describedBy(state, props.hint), props.unit && unitId].filter(Boolean).join(' ');
  return (
    <FieldFrame {...props} state={state}>
      <span class="with-unit">
        <input
          id={state.id}
          name={props.name}
          type="text"
          inputMode={props.decimals ? 'decimal' : 'numeric'}
          dir="ltr"
          class="short"
          value={state.answer}
          required={!props.optional}
          aria-invalid={state.error ? 'true' : undefined}
          aria-describedby={described || undefined}
        />
        {props.unit && <span id={unitId}>{props.unit}</span>}
      </span>
    </FieldFrame>
  );
}
