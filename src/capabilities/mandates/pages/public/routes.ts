import { get, post, type Route } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { searchAskedCity, sendAsk, showAsk, showSent } from './ask.tsx';
import { sendAnswer, sendProof, sendRepetition, sendWithdrawal, showRequest } from './request.tsx';

/** Without an account: ask to act for a city, and follow one's own request by its mailed link. */
export const routes: readonly Route[] = [
  get('/mandate', anyone, showAsk),
  post('/mandate', anyone, sendAsk),
  post('/mandate/city-search', anyone, searchAskedCity),
  get('/mandate/sent', anyone, showSent),
  get('/mandate/requests/:token', anyone, showRequest),
  post('/mandate/requests/:token/proof', anyone, sendProof),
  post('/mandate/requests/:token/answers', anyone, sendAnswer),
  post('/mandate/requests/:token/withdrawal', anyone, sendWithdrawal),
  post('/mandate/requests/:token/repetition', anyone, sendRepetition),
];
