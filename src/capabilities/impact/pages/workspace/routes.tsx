import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { ledgerRoles } from '../../permissions.ts';
import { showAllClaims } from './all-claims.tsx';
import { sendProposal, sendRefusal, sendTakingBack, sendVerification, showClaim } from './claim.tsx';
import { sendCorrection, showCorrection } from './correction.tsx';
import { showDesk } from './desk.tsx';
import { searchCity, sendClaim, showNewClaim } from './new-claim.tsx';

const keepers = holders(...ledgerRoles);

export const routes: readonly Route[] = [
  get('/workspace/impact', secretariat, showDesk),
  get('/workspace/impact/claims', secretariat, showAllClaims),
  get('/workspace/impact/claims/new', keepers, showNewClaim),
  post('/workspace/impact/claims', keepers, sendClaim),
  post('/workspace/impact/claims/city-search', keepers, searchCity),
  get('/workspace/impact/claims/:id', secretariat, showClaim),
  post('/workspace/impact/claims/:id/verification', keepers, sendVerification),
  post('/workspace/impact/claims/:id/refusal', keepers, sendRefusal),
  post('/workspace/impact/claims/:id/taking-back', keepers, sendTakingBack),
  get('/workspace/impact/claims/:id/correction', keepers, showCorrection),
  post('/workspace/impact/claims/:id/correction', keepers, sendCorrection),
  post('/workspace/impact/claims/:id/withdrawal', keepers, sendProposal('withdrawal')),
  post('/workspace/impact/claims/:id/confirmation', keepers, sendProposal('confirmation')),
];
