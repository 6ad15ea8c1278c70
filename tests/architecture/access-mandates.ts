import { cityRoles, type Role } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';

const keepers: readonly Role[] = ['staff-support', 'director'];

/** Who acts for a city: asking, verifying, handing over. */
export const mandates: Readonly<Record<string, Audience>> = {
  // Asking without an account, and links that are keys
  ...each('anyone', [
    'GET /mandate',
    'POST /mandate',
    'POST /mandate/city-search',
    'GET /mandate/sent',
    'GET /mandate/requests/:token',
    'POST /mandate/requests/:token/proof',
    'POST /mandate/requests/:token/answers',
    'POST /mandate/requests/:token/withdrawal',
    'POST /mandate/requests/:token/repetition',
  ]),
  // One’s own mandates and requests
  ...each('signed-in', [
    'GET /portal/mandates',
    'POST /portal/mandates',
    'GET /portal/mandates/new',
    'POST /portal/mandates/new/city-search',
    'GET /portal/mandates/requests/:id',
    'POST /portal/mandates/requests/:id/answers',
    'POST /portal/mandates/requests/:id/withdrawal',
  ]),
  // The people of a city
  ...each(cityRoles, [
    'GET /portal/mandates/grants/:id/renewal',
    'POST /portal/mandates/grants/:id/renewal',
    'GET /portal/mandates/grants/:id/laying-down',
    'POST /portal/mandates/grants/:id/laying-down',
    'POST /portal/cities/:id/people',
    'GET /portal/cities/:id/people/new',
    'GET /portal/cities/:id/people/proposed',
    'GET /portal/cities/:id/requests/:request/vouch',
    'POST /portal/cities/:id/requests/:request/vouch',
    'GET /portal/cities/:id/mandates/:grant/departure',
    'POST /portal/cities/:id/mandates/:grant/departure',
    'POST /portal/cities/:id/hand-over/receipt',
  ]),
  ...each(
    [...cityRoles, ...keepers],
    [
      'GET /portal/cities/:id/people',
      'GET /portal/cities/:id/hand-over',
      'GET /portal/cities/:id/hand-over/file',
    ],
  ),
  // Those who verify
  ...each(keepers, [
    'GET /workspace/mandates',
    'GET /workspace/mandates.csv',
    'GET /workspace/mandates/requests/:id',
    'GET /workspace/mandates/requests/:id/papers/:paper',
    'GET /workspace/mandates/requests/:id/call',
    'POST /workspace/mandates/requests/:id/call',
    'GET /workspace/mandates/requests/:id/question',
    'POST /workspace/mandates/requests/:id/question',
    'GET /workspace/mandates/requests/:id/refusal',
    'POST /workspace/mandates/requests/:id/refusal',
    'GET /workspace/mandates/cities/:id',
    'GET /workspace/mandates/cities/:id/channels/new',
    'POST /workspace/mandates/cities/:id/channels',
    'GET /workspace/mandates/channels/:id/retirement',
    'POST /workspace/mandates/channels/:id/retirement',
    'GET /workspace/mandates/grants/:id/ending',
    'POST /workspace/mandates/grants/:id/ending',
    'GET /workspace/mandates/grants/:id/keeping',
    'POST /workspace/mandates/grants/:id/keeping',
  ]),
};
