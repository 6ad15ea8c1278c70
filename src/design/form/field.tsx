import type { ComponentChildren } from 'preact';
import { useKitWords } from '../language-context.ts';
import type { FieldState } from './form-context.ts';

/** What every field has. `name` finds its answer and its problem in the form. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly optional?: boolean | undefined;
}

interface FrameProps extends Omit<FieldProps, 'name'> {
  readonly state: FieldState;
  /** As wide as its place: a table to fill in. */
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

function Words({ hint, state }: Pick<FrameProps, 'hint' | 'state'>) {
  const t = useKitWords();
  return (
    <>
      {hint && (
        <div class="hint" id={state.hintId}>
          {hint}
        </div>
      )}
      {state.error && (
        <p class="error" id={state.errorId}>
          <span class="unseen">{t('error')}: </span>
          {state.error}
        </p>
      )}
    </>
  );
}

function Label({ label, optional }: Pick<FrameProps, 'label' | 'optional'>) {
  const t = useKitWords();
  return (
    <>
      {label}
      {optional && <span class="optional"> ({t('optional')})</span>}
    </>
  );
}

/** Label, hint, error and one input. */
export function FieldFrame({ label, optional, hint, state, children }: FrameProps) {
  return (
    <div class={state.error ? 'field wrong' : 'field'}>
      <label for={state.id}>
        <Label label={label} optional={optional} />
      </label>
      <Words hint={hint} state={state} />
      {children}
    </div>
  );
}

/** The same for several inputs that answer one question together. */
export function FieldGroup({ label, optional, hint, state, wide, children }: FrameProps) {
  const look = [wide ? 'field wide' : 'field', state.error ? 'wrong' : ''].filter(Boolean).join(' ');
  const described = [hint ? state.hintId : '', state.error ? state.errorId : ''].filter(Boolean).join(' ');
  return (
    <fieldset class={look} aria-describedby={described || undefined}>
      <legend>
        <Label label={label} optional={optional} />
      </legend>
      <Words hint={hint} state={state} />
      {children}
    </fieldset>
  );
}
