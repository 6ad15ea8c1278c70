import type { ComponentChildren } from 'preact';
import { directionOf, type Language, languages } from '../kernel/language.ts';
import { LanguageContext } from './language-context.ts';
import { words } from './messages/index.ts';
import { type NavItem, SiteHeader } from './site-header.tsx';
import { SiteFooter } from './site-footer.tsx';

export interface PageShellProps {
  readonly language: Language;
  /** `public`: an editor's page. `workspace`: the dense tool of staff and cities, menu at the side. */
  readonly face: 'public' | 'workspace';
  /** What stands first in the browser's tab; the organisation's name is added. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly nav: readonly NavItem[];
  /** The address of this very page in another language. */
  readonly pathFor: (language: Language) => string;
  /** Where the organisation's name leads; the page of the language's root when not given. */
  readonly home?: string | undefined;
  readonly account?: ComponentChildren;
  /** A form or link at the end of the header, e.g. the workspace's search. */
  readonly tools?: ComponentChildren;
  /** Above everything, e.g. "This is a trial". */
  readonly banner?: ComponentChildren;
  readonly footer?: ComponentChildren;
  readonly assets: {
    readonly css: string;
    readonly js?: string | undefined;
    readonly icon?: string | undefined;
  };
  readonly canonical?: string | undefined;
  readonly noindex?: boolean | undefined;
  /** The page shows a form with problems: its title says so first, which screen readers read out. */
  readonly hasProblems?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** The whole document but the doctype, which the caller puts before it. Nothing inline: the CSP is 'self'. */
export function PageShell(props: PageShellProps) {
  const { language, assets } = props;
  return (
    <LanguageContext.Provider value={language}>
      <html lang={language} dir={directionOf(language)}>
        <Head {...props} />
        <body data-face={props.face}>
          <a class="skip" href="#main">
            {words(language)('skip')}
          </a>
          {props.banner && (
            <aside class="banner" aria-label={words(language)('site-notice')}>
              {props.banner}
            </aside>
          )}
          <SiteHeader {...props} />
          <main id="main" tabIndex={-1}>
            {props.children}
          </main>
          <SiteFooter>{props.footer}</SiteFooter>
          {assets.js && <script type="module" src={assets.js} />}
        </body>
      </html>
    </LanguageContext.Provider>
  );
}

function Head({ language, title, description, assets, canonical, pathFor, ...props }: PageShellProps) {
  const t = words(language);
  const said = props.hasProblems ? t('title-with-problems', { title }) : title;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${said} · ${t('organisation')}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      {props.noindex && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={assets.css} />
      {assets.icon && <link rel="icon" href={assets.icon} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {!props.noindex &&
        languages.map((other) => <link key={other} rel="alternate" hreflang={other} href={pathFor(other)} />)}
    </head>
  );
}
