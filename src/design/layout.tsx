import type { ComponentChildren } from 'preact';

/** Figure cards (or small charts) beside one another, as many as fit. */
export function Figures({ children }: { children: ComponentChildren }) {
  return <div class="figures">{children}</div>;
}

/** Blocks beside one another on a wide screen, below one another on a phone. */
export function Columns({ children }: { children: ComponentChildren }) {
  return <div class="columns">{children}</div>;
}

/** A long text: lines short enough to read. */
export function Prose({ children, lang }: { children: ComponentChildren; lang?: string | undefined }) {
  return (
    <div class="prose" lang={lang} dir={lang ? 'auto' : undefined}>
      {children}
    </div>
  );
}

/** As wide as a small phone: to see how a page looks there. Tables become cards by their place's width, not the screen's. */
export function PhoneWidth({ children }: { children: ComponentChildren }) {
  return <div class="phone-width">{children}</div>;
}
