import { type Role, secretariatRoles } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';
import { applicationForms } from './access-application-forms.ts';
import { applications } from './access-applications.ts';
import { cityRecord } from './access-city-record.ts';
import { fundWindows } from './access-fund-windows.ts';
import { citySupport } from './access-city-support.ts';
import { programme } from './access-programme.ts';
import { emergency } from './access-emergency.ts';
import { mandates } from './access-mandates.ts';
import { training } from './access-training.ts';
import { review } from './access-review.ts';
import { translation } from './access-translation.ts';

/** Keepers of the ledger: all of the secretariat but the administrator, who keeps the machine and not the record. */
const ledgerKeepers: readonly Role[] = [
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'finance',
  'director',
];
const whoGrants: readonly Role[] = ['director', 'administrator'];
const engagementKeepers: readonly Role[] = [
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'director',
];
const seatKeepers: readonly Role[] = ['staff-diplomacy', 'director'];
const fundKeepers: readonly Role[] = ['staff-fund', 'director'];

/** Written by hand, route by route. A route that is not here fails the build; so does a line whose route is gone. */
export const expectations: Readonly<Record<string, Audience>> = {
  // The public record: no session is looked at
  ...each('anyone', [
    'GET /',
    'GET /about',
    'GET /impact',
    'GET /impact.csv',
    'GET /impact.json',
    'GET /impact/cities.csv',
    'GET /impact/definitions',
    'GET /impact/published',
    'GET /impact/published.csv',
    'GET /impact/entries/:id',
    'GET /impact/:key',
    'GET /impact/:key/entries.csv',
    'GET /impact/:key/entries.json',
    'GET /impact/:key/years.csv',
    'GET /cities',
    'GET /cities.csv',
    'GET /cities.json',
    'GET /cities/definitions',
    'GET /cities/:id',
    'GET /fund',
    'GET /fund/windows/:slug',
    'GET /fund/grantees',
    'GET /fund/grantees.csv',
    'GET /fund/grantees.json',
    'GET /forums',
    'GET /forums.csv',
    'GET /forums.json',
    'GET /forums/:slug',
    'GET /forums/:slug/cities.csv',
    'GET /api/v1/forums',
    'GET /bodies',
    'GET /bodies.csv',
    'GET /bodies.json',
    'GET /bodies/:slug',
    'GET /bodies/:slug/seats.csv',
    'GET /bodies/:slug/seats.json',
    'GET /sources',
    'GET /sources/:id',
    'GET /log',
    'GET /log/leaf',
    'GET /log/verifier/:file{(?:verify|checks)\\.mjs}',
    'GET /log/:path{.+}',
    'GET /gallery',
    'GET /health/live',
    'GET /health/ready',
    'GET /api/v1/cities',
    'GET /api/v1/figures',
    'GET /api/v1/grants',
    'GET /api/v1/bodies',
  ]),
  // Ways in: open to all, though they greet who is signed in
  ...each('anyone', [
    'GET /sign-in',
    'POST /sign-in',
    'GET /sign-in/passkey',
    'POST /sign-in/passkey',
    'GET /sign-in/code',
    'POST /sign-in/code',
    'GET /sign-in/code/:id',
    'POST /sign-in/code/:id',
    'GET /sign-in/trial/:token',
    'POST /sign-in/trial/:token',
    'GET /sign-in/link/:token',
    'POST /sign-in/link/:token',
    'POST /sign-out',
  ]),
  // One’s own account
  ...each('signed-in', [
    'GET /step-up',
    'POST /step-up',
    'GET /step-up/passkey',
    'POST /step-up/passkey',
    'GET /step-up/trial',
    'POST /step-up/trial',
    'GET /start',
    'GET /portal',
    'GET /account',
    'POST /account/settings',
    'POST /account/sessions/revocation',
    'POST /account/sessions/:id/revocation',
    'GET /account/passkeys',
    'POST /account/passkeys',
    'POST /account/passkeys/:id/removal',
    'GET /account/passphrase',
    'POST /account/passphrase',
    'GET /account/authenticator',
    'POST /account/authenticator',
    'GET /account/printed-codes',
    'POST /account/printed-codes',
  ]),
  // The workspace
  ...each(secretariatRoles, [
    'GET /workspace',
    'GET /workspace/search',
    'GET /workspace/impact',
    'GET /workspace/impact/claims',
    'GET /workspace/impact/claims/:id',
    'GET /workspace/cities',
    'GET /workspace/cities/:id',
    'GET /workspace/fund/grants',
    'GET /workspace/fund/grants/:id',
    'GET /workspace/governance/bodies',
    'GET /workspace/governance/bodies/:slug',
    'GET /workspace/governance/seats/:id',
    'GET /workspace/people',
    'GET /workspace/people/:id',
    'GET /workspace/organisations',
    'GET /workspace/organisations/new',
    'POST /workspace/organisations',
    'GET /workspace/organisations/:id',
    'GET /workspace/organisations/:id/edit',
    'POST /workspace/organisations/:id',
    'GET /workspace/imports',
    'POST /workspace/imports',
    'GET /workspace/imports/:id',
    'POST /workspace/imports/:id/mapping',
    'POST /workspace/imports/:id/confirmation',
    'POST /workspace/imports/:id/undoing',
    'GET /workspace/imports/:id/refused.csv',
    'GET /workspace/exports/:kind{[a-z-]+\\.csv}',
    'GET /workspace/acts',
  ]),
  // Acts of the ledger; who decides what stands in impact/permissions.ts
  ...each(ledgerKeepers, [
    'GET /workspace/impact/claims/new',
    'POST /workspace/impact/claims',
    'POST /workspace/impact/claims/city-search',
    'POST /workspace/impact/claims/:id/verification',
    'POST /workspace/impact/claims/:id/refusal',
    'POST /workspace/impact/claims/:id/taking-back',
    'GET /workspace/impact/claims/:id/correction',
    'POST /workspace/impact/claims/:id/correction',
    'POST /workspace/impact/claims/:id/withdrawal',
    'POST /workspace/impact/claims/:id/confirmation',
  ]),
  // What cities did with the council
  ...each(engagementKeepers, [
    'GET /workspace/cities/:id/engagements/new',
    'POST /workspace/cities/:id/engagements',
    'GET /workspace/engagements/:id/withdrawal',
    'POST /workspace/engagements/:id/withdrawal',
  ]),
  // What is known of grants
  ...each(fundKeepers, ['POST /workspace/fund/grants/:id/amount', 'POST /workspace/fund/grants/:id/results']),
  // Seats
  ...each(seatKeepers, [
    'GET /workspace/governance/bodies/:slug/seats/new',
    'POST /workspace/governance/bodies/:slug/seats',
    'POST /workspace/governance/bodies/:slug/seats/city-search',
    'POST /workspace/governance/seats/:id/end',
    'POST /workspace/governance/seats/:id/correction',
  ]),
  // People and their roles
  ...each(whoGrants, [
    'GET /workspace/people/new',
    'POST /workspace/people',
    'GET /workspace/people/:id/roles/new',
    'POST /workspace/people/:id/roles/new',
    'POST /workspace/people/:id/roles',
    'GET /workspace/people/:id/roles/:grant/end',
    'POST /workspace/people/:id/roles/:grant/end',
    'GET /workspace/people/:id/suspension',
    'POST /workspace/people/:id/suspension',
    'POST /workspace/people/:id/reinstatement',
    'POST /workspace/people/:id/invitation',
    'POST /workspace/people/:id/sessions/revocation',
  ]),
  // Mail holds codes and links
  ...each(['administrator'], ['GET /workspace/mail']),
  ...citySupport,
  ...applicationForms,
  ...fundWindows,
  ...applications,
  ...programme,
  ...mandates,
  ...cityRecord,
  ...emergency,
  ...training,
  ...translation,
  ...review,
};
