import type { ComponentChildren } from 'preact';
import { useKitWords } from './language-context.ts';

/** The surface's own links, and what the page costs on a metered link. */
export function SiteFooter({ children }: { children?: ComponentChildren }) {
  const t = useKitWords();
  return (
    <footer class="site-footer">
      {children}
      <p class="quiet">{t('light-page')}</p>
    </footer>
  );
}
