import { assetPath } from '../platform/http/assets.ts';
import type { Page } from '../platform/http/route.ts';

/** The one browser script a page asks for; most ask for none. */
export function scriptPath(page: Page): string | undefined {
  if (!page.script) return undefined;
  return assetPath(page.script === true ? 'site.js' : `${page.script}.js`);
}
