import { type FieldProps, FieldFrame } from './field.tsx';
import { describedBy, inputType, useField } from './form-context.ts';

interface TextFieldProps extends FieldProps {
  readonly initial?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined;
  /** HTML's autofill word, e.g. `email`, `current-password`, `one-time-code`. */
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | undefined;
  /** The language of what is typed, when it is not the page's. */
  readonly lang?: string | undefined;
  readonly size?: 'short' | 'medium' | 'full' | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Stops typing there; say the limit in the hint as well. */
  readonly maxLength?: number | undefined;
}

export function TextField(props: TextFieldProps) {
  const state = useField(props.name, props.initial);
  const plain = props.type && props.type !== 'text' && props.type !== 'search';
  return (
    <FieldFrame {...props} state={state}>
      <input
        id={state.id}
        name={props.name}
        type={inputType(props.type ?? 'text')}
        value={props.type === 'password' ? undefined : state.answer}
        class={props.size ?? 'full'}
        autocomplete={props.autocomplete}
        inputMode={props.inputMode}
        lang={props.lang}
        dir={plain ? 'ltr' : 'auto'}
        spellcheck={props.spellcheck}
        maxLength={props.maxLength}
        required={!props.optional}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={describedBy(state, props.hint)}
      />
    </FieldFrame>
  );
}
