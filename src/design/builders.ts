import { parseHTML } from 'linkedom';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../kernel/language.ts';
import { LanguageContext } from './language-context.ts';

/** A piece as a browser would read it, for tests. */
export function rendered(node: VNode, language: Language = 'en'): Document {
  const html = renderToString(h(LanguageContext.Provider, { value: language }, node));
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

const blocks = 'p, div, li, h1, h2, h3, dt, dd, summary, th, td, header, section, article';

/** What one reads, blocks apart by a space. */
export function textOf(node: Document | Element | null): string {
  if (!node) return '';
  const copy = ('body' in node ? node.body : node).cloneNode(true) as Element;
  for (const block of copy.querySelectorAll(blocks)) block.append(' ');
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
