import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Language } from '../kernel/language.ts';
import { PageShell, type PageShellProps } from './page-shell.tsx';
import { Tag } from './tag.tsx';

function page(language: Language, more: Partial<PageShellProps> = {}): Document {
  const html = renderToString(
    <PageShell
      language={language}
      face="public"
      title="Cities"
      nav={[
        { href: '/impact', label: 'Impact' },
        { href: '/cities', label: 'Cities', current: true, waiting: 3 },
      ]}
      pathFor={(other) => (other === 'en' ? '/cities' : `/${other}/cities`)}
      assets={{ css: '/assets/main.css', js: '/assets/main.js' }}
      {...more}
    >
      <Tag tone="done">x</Tag>
    </PageShell>,
  );
  return parseHTML(`<!doctype html>${html}`).document;
}

describe('the page shell', () => {
  it('says the language and direction of the whole document', () => {
    expect(page('ar').documentElement.getAttribute('dir')).toBe('rtl');
    expect(page('pt').documentElement.outerHTML).toMatch(/^<html lang="pt" dir="ltr">/);
  });

  it('keeps the page when the language is switched', () => {
    const links = [...page('fr').querySelectorAll('.languages a')].map((link) => [
      link.getAttribute('lang'),
      link.getAttribute('href'),
      link.getAttribute('aria-current'),
    ]);
    expect(links).toContainEqual(['ar', '/ar/cities', null]);
    expect(links).toContainEqual(['fr', '/fr/cities', 'true']);
    expect(links).toContainEqual(['en', '/cities', null]);
  });

  it('tells search engines the other languages, unless the page is not theirs to find', () => {
    expect(page('en').querySelectorAll('link[rel=alternate][hreflang]').length).toBe(5);
    const hidden = page('en', { noindex: true });
    expect(hidden.querySelectorAll('link[rel=alternate]').length).toBe(0);
    expect(hidden.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  });

  it('lets the keyboard skip to the content first', () => {
    const document = page('en');
    const first = document.querySelector('body a');
    expect(first?.getAttribute('href')).toBe('#main');
    expect(document.querySelector('main')?.id).toBe('main');
  });

  it('marks the current menu item and says how much waits there', () => {
    const current = page('en').querySelector('.site-nav [aria-current=page]');
    expect(current?.textContent).toContain('Cities');
    expect(current?.textContent).toContain('3 waiting');
  });

  it('says first in its title that a form has problems', () => {
    expect(page('en', { hasProblems: true }).title).toBe('Problem: Cities · Mayors Migration Council');
  });

  it('asks for three files at most and writes no style or script inline', () => {
    const document = page('en');
    expect(document.querySelectorAll('script, link[rel=stylesheet]').length).toBe(2);
    expect(document.querySelector('style, script:not([src]), [style], [onclick]')).toBeNull();
    expect(page('en', { assets: { css: '/c.css' } }).querySelector('script')).toBeNull();
  });

  it('leads home in the language of the page', () => {
    expect(page('es').querySelector('.wordmark')?.getAttribute('href')).toBe('/es/');
    expect(page('es', { home: '/es/workspace' }).querySelector('.wordmark')?.getAttribute('href')).toBe(
      '/es/workspace',
    );
  });
});
