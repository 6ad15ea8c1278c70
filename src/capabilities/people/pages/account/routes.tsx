import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { get, post, type Route } from '../../../../platform/http/route.ts';
import { signedIn } from '../../../../platform/permissions/guard.ts';
import { revokeOwnSessions } from '../../actions/revoke-sessions.ts';
import { receiveAuthenticator, showAuthenticator } from './authenticator.tsx';
import { receiveSettings, showAccount } from './overview.tsx';
import { receivePasskey, receivePasskeyRemoval, showPasskeys } from './passkeys.tsx';
import { receivePassphrase, showPassphrase } from './passphrase.tsx';
import { receivePrintedCodes, showPrintedCodes } from './printed-codes.tsx';

/** One's own account, whatever one's role. */
export const routes: readonly Route[] = [
  get('/account', signedIn, showAccount),
  post('/account/settings', signedIn, receiveSettings),
  post('/account/sessions/revocation', signedIn, async (visit) => {
    await revokeOwnSessions(visit.world, visit.actor);
    return visit.redirect('/account');
  }),
  post('/account/sessions/:id/revocation', signedIn, async (visit) => {
    if (!isUuid(visit.param('id'))) throw notFound();
    await revokeOwnSessions(visit.world, visit.actor, visit.param('id'));
    return visit.redirect('/account');
  }),
  get('/account/passkeys', signedIn, showPasskeys),
  post('/account/passkeys', signedIn, receivePasskey),
  post('/account/passkeys/:id/removal', signedIn, receivePasskeyRemoval),
  get('/account/passphrase', signedIn, showPassphrase),
  post('/account/passphrase', signedIn, receivePassphrase),
  get('/account/authenticator', signedIn, showAuthenticator),
  post('/account/authenticator', signedIn, receiveAuthenticator),
  get('/account/printed-codes', signedIn, showPrintedCodes),
  post('/account/printed-codes', signedIn, receivePrintedCodes),
];
