import { get, post, type Route } from '../../../../platform/http/route.ts';
import { signedIn, visitors } from '../../../../platform/permissions/guard.ts';
import { endedSessionCookie } from '../../../../platform/sessions/cookie.ts';
import { signOut } from '../../actions/sign-out.ts';
import { receiveAskForCode, receiveCode, showAskForCode, showCode } from './code.tsx';
import { receiveLink, showLink } from './link.tsx';
import { receivePasskey, receivePassphrase, showSignIn } from './sign-in.tsx';
import { receiveStepUpPasskey, receiveStepUpPassphrase, receiveStepUpTrial, showStepUp } from './step-up.tsx';

/** The ways in and out: the same whichever surface asked for them. */
export const routes: readonly Route[] = [
  get('/sign-in', visitors, showSignIn),
  post('/sign-in', visitors, receivePassphrase),
  get('/sign-in/passkey', visitors, showSignIn),
  post('/sign-in/passkey', visitors, receivePasskey),
  get('/sign-in/code', visitors, showAskForCode),
  post('/sign-in/code', visitors, receiveAskForCode),
  get('/sign-in/code/:id', visitors, showCode),
  post('/sign-in/code/:id', visitors, receiveCode),
  get('/sign-in/trial/:token', visitors, showLink('trial')),
  post('/sign-in/trial/:token', visitors, receiveLink('trial', '/start')),
  get('/sign-in/link/:token', visitors, showLink('enrolment')),
  post('/sign-in/link/:token', visitors, receiveLink('enrolment', '/account')),
  get('/step-up', signedIn, showStepUp),
  post('/step-up', signedIn, receiveStepUpPassphrase),
  get('/step-up/passkey', signedIn, showStepUp),
  post('/step-up/passkey', signedIn, receiveStepUpPasskey),
  get('/step-up/trial', signedIn, showStepUp),
  post('/step-up/trial', signedIn, receiveStepUpTrial),
  post('/sign-out', visitors, async (visit) => {
    await signOut(visit.world, visit.actor);
    const response = visit.redirect('/');
    response.headers.append('set-cookie', endedSessionCookie(visit.world.config));
    return response;
  }),
];
