import { type FieldProps, FieldFrame } from './field.tsx';
import { describedBy, useField } from './form-context.ts';

interface FileFieldProps extends FieldProps {
  /** Endings or media types, e.g. `.pdf,.docx`; say them in the hint as well, with the largest size. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** Put it in a `<Form files>`. A browser never keeps a chosen file: the page after a problem asks again. */
export function FileField(props: FileFieldProps) {
  const state = useField(props.name);
  return (
    <FieldFrame {...props} state={state}>
      <input
        type="file"
        id={state.id}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        required={!props.optional}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={describedBy(state, props.hint)}
      />
    </FieldFrame>
  );
}
