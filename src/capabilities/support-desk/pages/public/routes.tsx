import { get, post, type Route } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { searchAskedCity, sendAsk, showAsk, showReceived } from './ask.tsx';
import { sendFindLink, showFindLink, showLinkSent } from './find-link.tsx';
import { sendPartnerAnswer, sendPartnerFile, showPartner } from './partner.tsx';
import { sendSurvey, showSurvey } from './survey.tsx';
import { sendConsent, sendMessage, sendThreadFile, showThread } from './thread.tsx';

/** Without an account: ask, and whatever a secure link opens. */
export const routes: readonly Route[] = [
  get('/ask', anyone, showAsk),
  post('/ask', anyone, sendAsk),
  post('/ask/city-search', anyone, searchAskedCity),
  get('/ask/received', anyone, showReceived),
  get('/ask/link', anyone, showFindLink),
  post('/ask/link', anyone, sendFindLink),
  get('/ask/link/sent', anyone, showLinkSent),
  get('/ask/thread/:token', anyone, showThread),
  post('/ask/thread/:token/messages', anyone, sendMessage),
  post('/ask/thread/:token/consent', anyone, sendConsent),
  get('/ask/thread/:token/files/:id', anyone, sendThreadFile),
  get('/ask/partner/:token', anyone, showPartner),
  post('/ask/partner/:token/replies', anyone, sendPartnerAnswer),
  get('/ask/partner/:token/files/:id', anyone, sendPartnerFile),
  get('/ask/survey/:token', anyone, showSurvey),
  post('/ask/survey/:token', anyone, sendSurvey),
];
