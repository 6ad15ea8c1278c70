import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, withStepUp } from '../../../../platform/permissions/guard.ts';
import type { CityMatters } from '../../../../platform/tasks/city-matter.ts';
import { keeperRoles } from '../../permissions.ts';
import { sendNewChannel, sendRetirement, showNewChannel, showRetirement } from './channels.tsx';
import { showCity } from './city.tsx';
import { sendSettling, showSettling } from './ending.tsx';
import { exportList, showList } from './list.tsx';
import { sendCall, sendDecision, sendPaper, showCall, showDecision, showRequest } from './request.tsx';

const keepers = holders(...keeperRoles);
/** What gives or takes a mandate asks for a fresh proof of who does it. */
const sure = withStepUp(keepers);
const at = '/workspace/mandates';

/** Verifying who acts for a city. @param matters what other capabilities have open for a city */
export function workspaceRoutes(matters: readonly CityMatters[]): readonly Route[] {
  return [
    get(at, keepers, showList),
    get(`${at}.csv`, sure, exportList),
    get(`${at}/requests/:id`, keepers, showRequest),
    get(`${at}/requests/:id/papers/:paper`, keepers, sendPaper),
    get(`${at}/requests/:id/call`, sure, showCall),
    post(`${at}/requests/:id/call`, sure, sendCall),
    get(`${at}/requests/:id/question`, keepers, showDecision('question')),
    post(`${at}/requests/:id/question`, keepers, sendDecision('question')),
    get(`${at}/requests/:id/refusal`, keepers, showDecision('refusal')),
    post(`${at}/requests/:id/refusal`, keepers, sendDecision('refusal')),
    get(`${at}/cities/:id`, keepers, showCity(matters)),
    get(`${at}/cities/:id/channels/new`, keepers, showNewChannel),
    post(`${at}/cities/:id/channels`, keepers, sendNewChannel),
    get(`${at}/channels/:id/retirement`, keepers, showRetirement),
    post(`${at}/channels/:id/retirement`, keepers, sendRetirement),
    get(`${at}/grants/:id/ending`, sure, showSettling('ending')),
    post(`${at}/grants/:id/ending`, sure, sendSettling('ending')),
    get(`${at}/grants/:id/keeping`, sure, showSettling('keeping')),
    post(`${at}/grants/:id/keeping`, sure, sendSettling('keeping')),
  ];
}
