import { SubmitButton } from '../../../design/button.tsx';
import { Form } from '../../../design/form/form.tsx';
import type { ComponentChildren } from 'preact';

interface ButtonFormProps {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly look?: 'main' | 'plain' | 'danger';
  /** What goes with the press, unseen. */
  readonly also?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}

/** One press, one act. The key tells presses of different buttons of one page apart by their address. */
export function ButtonForm({ action, idempotencyKey, look = 'plain', also = {}, children }: ButtonFormProps) {
  return (
    <Form action={action} idempotencyKey={idempotencyKey} aside>
      {Object.entries(also).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look={look}>{children}</SubmitButton>
    </Form>
  );
}
