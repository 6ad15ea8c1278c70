import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { deskRoles } from '../../permissions.ts';
import { sendConsentRequest, sendPartnerRequest, showAskPartner } from './ask-partner.tsx';
import { sendMerge, sendOutcome, showMerge, showOutcome } from './case-steps.tsx';
import {
  sendAdmission,
  sendDeskFile,
  sendMove,
  sendNote,
  sendReplyForm,
  sendVerification,
  showCase,
} from './case.tsx';
import { sendHandOver, showHandOver, showPack } from './hand-over.tsx';
import { exportQueue, showQueue } from './queue.tsx';
import { showResponse } from './response.tsx';
import { sendSkills, showSkills } from './skills.tsx';
import { sendNewTemplate, sendTemplate, showNewTemplate, showTemplate, showTemplates } from './templates.tsx';
import { sendPutAway, sendRawMail, sendTrayCase, showTray, showTrayMail } from './tray.tsx';
import { searchCaseCity, sendAssignment, sendTriage, showTriage } from './triage.tsx';

const desk = holders(...deskRoles);
const at = '/workspace/support';

/** All of the secretariat reads the cases; the desk works them, and it alone sees mail that was not filed. */
export const routes: readonly Route[] = [
  get(at, secretariat, showQueue),
  get(`${at}/cases.csv`, secretariat, exportQueue),
  get(`${at}/cases/:id`, secretariat, showCase),
  post(`${at}/cases/:id/replies`, desk, sendReplyForm),
  post(`${at}/cases/:id/notes`, desk, sendNote),
  post(`${at}/cases/:id/stage`, desk, sendMove),
  post(`${at}/cases/:id/verification`, desk, sendVerification),
  post(`${at}/cases/:id/admissions`, desk, sendAdmission),
  get(`${at}/cases/:id/triage`, desk, showTriage),
  post(`${at}/cases/:id/triage`, desk, sendTriage),
  post(`${at}/cases/:id/triage/city-search`, desk, searchCaseCity),
  post(`${at}/cases/:id/assignment`, desk, sendAssignment),
  get(`${at}/cases/:id/outcome`, desk, showOutcome),
  post(`${at}/cases/:id/outcome`, desk, sendOutcome),
  get(`${at}/cases/:id/merge`, desk, showMerge),
  post(`${at}/cases/:id/merge`, desk, sendMerge),
  get(`${at}/cases/:id/partner`, desk, showAskPartner),
  post(`${at}/cases/:id/consent-requests`, desk, sendConsentRequest),
  post(`${at}/cases/:id/partner-requests`, desk, sendPartnerRequest),
  get(`${at}/files/:file`, secretariat, sendDeskFile),
  get(`${at}/tray`, desk, showTray),
  get(`${at}/tray/:id`, desk, showTrayMail),
  get(`${at}/tray/:id/mail.eml`, desk, sendRawMail),
  post(`${at}/tray/:id/case`, desk, sendTrayCase),
  post(`${at}/tray/:id/put-away`, desk, sendPutAway),
  get(`${at}/templates`, desk, showTemplates),
  post(`${at}/templates`, desk, sendNewTemplate),
  get(`${at}/templates/new`, desk, showNewTemplate),
  get(`${at}/templates/:slug`, desk, showTemplate),
  post(`${at}/templates/:slug`, desk, sendTemplate),
  get(`${at}/hand-over`, desk, showHandOver),
  post(`${at}/hand-over`, desk, sendHandOver),
  get(`${at}/hand-overs/:id`, secretariat, showPack),
  get(`${at}/skills`, desk, showSkills),
  post(`${at}/skills`, desk, sendSkills),
  get(`${at}/response`, secretariat, showResponse),
];
