import type { Visit } from '../../../../platform/http/route.ts';
import type { ReachPage } from '../../actions/reach-of-activity.ts';

export const perPage = 25;

/** What of the list is asked for, by the address. */
export function reachAsked(visit: Visit): ReachPage & { readonly page: number } {
  const country = visit.query('country')?.toUpperCase();
  const page = Math.min(200, Math.max(1, Math.floor(Number(visit.query('page')) || 1)));
  return {
    only: {
      needing: visit.query('needing') !== undefined,
      newcomers: visit.query('newcomers') !== undefined,
      country: country && /^[A-Z]{2}$/.test(country) ? country : null,
    },
    page,
    // One more than is shown says whether there is a next page.
    limit: perPage + 1,
    offset: (page - 1) * perPage,
  };
}
