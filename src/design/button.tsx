import type { ComponentChildren } from 'preact';

interface ButtonProps {
  /** `main`: the one thing to do. `danger`: takes something away. */
  readonly look?: 'main' | 'plain' | 'danger' | undefined;
  readonly children: ComponentChildren;
}

interface SubmitProps extends ButtonProps {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Posts the form elsewhere, e.g. to save a draft. */
  readonly formAction?: string | undefined;
}

/** Says what happens: "Send the report", never "Submit". */
export function SubmitButton({ look = 'main', children, name, value, formAction }: SubmitProps) {
  return (
    <button type="submit" class={`button ${look}`} name={name} value={value} formAction={formAction}>
      {children}
    </button>
  );
}

export function ButtonLink({ look = 'plain', children, href }: ButtonProps & { href: string }) {
  return (
    <a class={`button ${look}`} href={href}>
      {children}
    </a>
  );
}
