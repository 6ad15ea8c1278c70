import { get, post, type Route } from '../../../../platform/http/route.ts';
import { withStepUp } from '../../../../platform/permissions/guard.ts';
import { mandated } from '../../permissions.ts';
import { sendFacts, showFacts } from './facts.tsx';
import {
  sendReturnToLead,
  sendRole,
  sendSignatureRequest,
  sendTakeUp,
  showCheck,
  showNextStage,
  showOverview,
} from './fill-in.tsx';
import { showAnswerHistory, showHistory } from './history.tsx';
import { sendExtension, sendWithdrawal, showExtension, showWithdrawal } from './leaving.tsx';
import { sendStart, showApplications } from './list.tsx';
import { sendHtmlFile, sendWordFile, settle, showOffline, showReturned, takeReturned } from './offline.tsx';
import { sendColleague, sendInvitation, sendInvitationEnd, sendRoleEnd, showPeople } from './people.tsx';
import { saveField, saveSection, showSection } from './section.tsx';
import {
  sendLateFiles,
  sendProof,
  sendReceiptFile,
  sendSubmission,
  showReceipt,
  showSignature,
} from './sending.tsx';
import { sendFile, startUpload, takeBytes, tellOffset } from './uploads.ts';

const all = '/portal/applications';
const one = `${all}/:id`;

/** Filling in: the same for the portal and for who follows a mailed link, under their own guard and address. */
export function fillingIn(base: string, guard: Route['guard']): Route[] {
  return [
    get(base, guard, showOverview),
    get(`${base}/sections/:section`, guard, showSection),
    post(`${base}/sections/:section`, guard, saveSection),
    post(`${base}/sections/:section/city-search`, guard, saveSection),
    post(`${base}/sections/:section/fields`, guard, saveField),
    post(`${base}/uploads`, guard, startUpload),
    get(`${base}/uploads/:upload`, guard, tellOffset),
    post(`${base}/uploads/:upload`, guard, takeBytes),
    get(`${base}/files/:file`, guard, sendFile),
    get(`${base}/check`, guard, showCheck),
    get(`${base}/history`, guard, showHistory),
    get(`${base}/history/:question`, guard, showAnswerHistory),
    get(`${base}/offline`, guard, showOffline),
    post(`${base}/offline`, guard, takeReturned),
    get(`${base}/form.docx`, guard, sendWordFile),
    get(`${base}/form.html`, guard, sendHtmlFile),
    get(`${base}/returned/:returned`, guard, showReturned),
    post(`${base}/returned/:returned`, guard, settle),
  ];
}

export const routes: readonly Route[] = [
  get(all, mandated, showApplications),
  post(all, mandated, sendStart),
  ...fillingIn(one, mandated),
  post(`${one}/roles`, mandated, sendRole),
  get(`${one}/people`, mandated, showPeople),
  post(`${one}/people`, mandated, sendColleague),
  post(`${one}/people/end`, mandated, sendRoleEnd),
  post(`${one}/invitations`, mandated, sendInvitation),
  post(`${one}/invitations/end`, mandated, sendInvitationEnd),
  post(`${one}/signature-request`, mandated, sendSignatureRequest),
  post(`${one}/return-to-lead`, mandated, sendReturnToLead),
  get(`${one}/signature`, withStepUp(mandated), showSignature),
  post(`${one}/submission`, withStepUp(mandated), sendSubmission),
  get(`${one}/receipt`, mandated, showReceipt),
  get(`${one}/receipt.tlog-proof`, mandated, sendProof),
  get(`${one}/receipt.json`, mandated, sendReceiptFile),
  post(`${one}/late-files`, mandated, sendLateFiles),
  get(`${one}/next-stage`, mandated, showNextStage),
  post(`${one}/next-stage`, mandated, sendTakeUp),
  get(`${one}/facts`, mandated, showFacts),
  post(`${one}/facts`, mandated, sendFacts),
  get(`${one}/extension`, mandated, showExtension),
  post(`${one}/extension`, mandated, sendExtension),
  get(`${one}/withdrawal`, mandated, showWithdrawal),
  post(`${one}/withdrawal`, mandated, sendWithdrawal),
];
