import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { fundRoles } from '../../permissions.ts';
import {
  sendExtensionAnswer,
  sendMove,
  sendProposalDrop,
  sendStaffFile,
  showApplication,
} from './application.tsx';
import { sendCsv, sendJson, showList } from './list.tsx';

const fund = holders(...fundRoles);
const all = '/workspace/applications';

/** The fund's own staff: other programmes see no application. */
export const routes: readonly Route[] = [
  get(all, fund, showList),
  get(`${all}.csv`, fund, sendCsv),
  get(`${all}.json`, fund, sendJson),
  get(`${all}/:id`, fund, showApplication),
  get(`${all}/:id/files/:file`, fund, sendStaffFile),
  post(`${all}/:id/moves`, fund, sendMove),
  post(`${all}/:id/moves/drop`, fund, sendProposalDrop),
  post(`${all}/:id/extension-answers`, fund, sendExtensionAnswer),
];
