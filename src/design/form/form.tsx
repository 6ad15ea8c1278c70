import type { ComponentChildren } from 'preact';
import type { Problem } from '../../kernel/refusal.ts';
import { Island } from '../island.tsx';
import { useKitWords } from '../language-context.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type Answers, FormContext } from './form-context.ts';

interface FormProps {
  readonly action: string;
  readonly method?: 'post' | 'get' | undefined;
  readonly problems?: readonly Problem[] | undefined;
  readonly answers?: Answers | undefined;
  /** Sent as `key`: the same key twice is the same act once. */
  readonly idempotencyKey?: string | undefined;
  /** Sent as `version` by edits: a page that has grown stale is refused with both texts. */
  readonly version?: string | number | undefined;
  /** Prefix of the fields' ids; give one when a page has several forms. */
  readonly id?: string | undefined;
  /** The form carries files. */
  readonly files?: boolean | undefined;
  /** Not the page's main form: its problems do not take the focus. */
  readonly aside?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A form whose fields find their answer and problem by name. The summary of all problems comes first. */
export function Form({
  action,
  method = 'post',
  problems = [],
  answers = {},
  id = 'f',
  ...props
}: FormProps) {
  const t = useKitWords();
  return (
    <FormContext.Provider value={{ id, problems, answers }}>
      <Island is="form-enhancer" tells={{ working: t('working') }}>
        <form
          class="form"
          id={id}
          action={action}
          method={method}
          enctype={props.files ? 'multipart/form-data' : undefined}
          noValidate
        >
          <ErrorSummary problems={problems} formId={id} aside={props.aside} />
          {props.idempotencyKey !== undefined && (
            <input type="hidden" name="key" value={props.idempotencyKey} />
          )}
          {props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
          {props.children}
        </form>
      </Island>
    </FormContext.Provider>
  );
}
