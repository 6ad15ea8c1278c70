import type { Route, Surface } from '../../platform/http/route.ts';

/** JSON for scripts and other systems, under /api/v1; it draws no pages. */
export function api(routes: readonly Route[]): Surface {
  return { name: 'api', routes, draw: (_visit, page) => page.title };
}
