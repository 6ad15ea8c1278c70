import type { ComponentChildren } from 'preact';
import { useKitWords } from './language-context.ts';

interface ConfirmationProps {
  /** What happened: "Your report is sent". */
  readonly title: string;
  readonly reference?: string | undefined;
  /** What happens next, and by when. */
  readonly children: ComponentChildren;
  /** 2 where the page has a head of its own. */
  readonly level?: 1 | 2 | undefined;
  /** The receipt with its proof. */
  readonly receipt?: { readonly href: string; readonly label: string } | undefined;
}

/** The page after an act: what happened, its reference, what happens next. Takes the place of the page head. */
export function Confirmation({ title, reference, children, receipt, level = 1 }: ConfirmationProps) {
  const t = useKitWords();
  const [Title, Next] = level === 1 ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  return (
    <section class="confirmation">
      <header>
        <Title>{title}</Title>
        {reference && (
          <p>
            {t('reference')}{' '}
            <strong>
              <bdi>{reference}</bdi>
            </strong>
          </p>
        )}
      </header>
      <Next>{t('what-happens-next')}</Next>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {receipt && (
        <p>
          <a href={receipt.href}>{receipt.label}</a>
        </p>
      )}
    </section>
  );
}
