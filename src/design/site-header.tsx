import type { ComponentChildren } from 'preact';
import type { Language } from '../kernel/language.ts';
import { useKitWords } from './language-context.ts';
import { LanguageSwitch } from './language-switch.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  /** How many things wait there. */
  readonly waiting?: number | undefined;
}

interface SiteHeaderProps {
  readonly language: Language;
  readonly nav: readonly NavItem[];
  readonly pathFor: (language: Language) => string;
  readonly home?: string | undefined;
  readonly account?: ComponentChildren;
  readonly tools?: ComponentChildren;
}

/** The organisation's name, the language, who is signed in, and the menu. */
export function SiteHeader({ language, nav, pathFor, home, account, tools }: SiteHeaderProps) {
  const t = useKitWords();
  return (
    <header class="site-header">
      <div class="site-bar">
        <a class="wordmark" href={home ?? (language === 'en' ? '/' : `/${language}/`)}>
          <bdi lang="en">{t('organisation')}</bdi>
        </a>
        {tools && <div class="site-tools">{tools}</div>}
        <div class="site-reader">
          {account}
          <LanguageSwitch pathFor={pathFor} />
        </div>
      </div>
      {nav.length > 0 && (
        <nav class="site-nav" aria-label={t('menu')}>
          <ul>
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                  {item.waiting ? (
                    <span class="count">
                      {item.waiting}
                      <span class="unseen"> {t('waiting')}</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
