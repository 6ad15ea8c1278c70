import type { ComponentChildren } from 'preact';
import { useKitWords } from './language-context.ts';

interface ConfirmationProps {
  /** What happened: "Your report is sent". */
  readonly title: string;
  readonly reference?: string | undefined;
  /** What happens next, and by when. */
  readonly children: ComponentChildren;
  /** The receipt with its proof. */
  readonly receipt?: { readonly href: string; readonly label: string } | undefined;
}

/** The page after an act: what happened, its reference, what happens next. Takes the place of the page head. */
export function Confirmation({ title, reference, children, receipt }: ConfirmationProps) {
  const t = useKitWords();
  return (
    <section class="confirmation">
      <header>
        <h1>{title}</h1>
        {reference && (
          <p>
            {t('reference')}{' '}
            <strong>
              <bdi>{reference}</bdi>
            </strong>
          </p>
        )}
      </header>
      <h2>{t('what-happens-next')}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {receipt && (
        <p>
          <a href={receipt.href}>{receipt.label}</a>
        </p>
      )}
    </section>
  );
}
