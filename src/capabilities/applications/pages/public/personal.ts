import type { Route } from '../../../../platform/http/route.ts';

/** Behind a link that is a key: no cache keeps it, and no other site is told the address. */
export function personal(route: Route): Route {
  return {
    ...route,
    answer: async (visit) => {
      const answer = await route.answer(visit);
      answer.headers.set('cache-control', 'no-store');
      answer.headers.set('referrer-policy', 'no-referrer');
      return answer;
    },
  };
}
