import type { ComponentChildren } from 'preact';
import { SubmitButton } from '../../../design/button.tsx';
import { Form } from '../../../design/form/form.tsx';
import { Notice } from '../../../design/notice.tsx';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { explain } from '../../../platform/languages/catalogue.ts';

interface PressProps {
  readonly action: string;
  readonly form: FormState;
  readonly look?: 'main' | 'plain' | 'danger';
  readonly version?: number;
  readonly name?: string;
  readonly value?: string;
  readonly children: ComponentChildren;
}

/** One act, one button. */
export function Press({ action, form, look = 'plain', version, name, value, children }: PressProps) {
  return (
    <Form action={action} idempotencyKey={form.idempotencyKey} version={version}>
      <SubmitButton look={look} name={name} value={value}>
        {children}
      </SubmitButton>
    </Form>
  );
}

/** Why a press was refused, above a page that has no form of its own to say it in. */
export function Refused({ language, form }: { language: Language; form: FormState }) {
  return (
    <>
      {form.problems.map(({ reason }) => (
        <Notice key={reason.key} tone="stopped" live>
          {explain(language, reason)}
        </Notice>
      ))}
    </>
  );
}
