import { type FieldProps, FieldFrame } from './field.tsx';
import { describedBy, useField } from './form-context.ts';

interface TextareaFieldProps extends FieldProps {
  readonly initial?: string | undefined;
  readonly rows?: number | undefined;
  readonly lang?: string | undefined;
  readonly maxLength?: number | undefined;
}

export function TextareaField(props: TextareaFieldProps) {
  const state = useField(props.name, props.initial);
  return (
    <FieldFrame {...props} state={state}>
      <textarea
        id={state.id}
        name={props.name}
        rows={props.rows ?? 5}
        lang={props.lang}
        dir="auto"
        maxLength={props.maxLength}
        required={!props.optional}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={describedBy(state, props.hint)}
      >
        {state.answer}
      </textarea>
    </FieldFrame>
  );
}
