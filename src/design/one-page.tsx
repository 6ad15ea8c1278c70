import type { ComponentChildren } from 'preact';

/** What is to fit on one printed sheet: smaller letters, close rows. On the screen it is like any page. */
export function OnePage({ children }: { children: ComponentChildren }) {
  return <div class="one-page">{children}</div>;
}
