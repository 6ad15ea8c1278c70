import { cityRoles, type Role, secretariatRoles } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';

const keepers: readonly Role[] = [
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'director',
];

/** What is open to cities, invitations, and the contact budget. */
export const programme: Readonly<Record<string, Audience>> = {
  // What a letter opens
  ...each('anyone', [
    'GET /programme/invitations/:token',
    'POST /programme/invitations/:token',
    'GET /programme/invitations/:token/received',
  ]),
  // A city’s own
  ...each(cityRoles, [
    'GET /portal/programme',
    'GET /portal/cities/:city/programme',
    'GET /portal/cities/:city/asked',
    'POST /portal/cities/:city/quiet',
    'POST /portal/cities/:city/quiet/lifting',
    'GET /portal/cities/:city/invitations/:id',
    'POST /portal/cities/:city/invitations/:id',
    'GET /portal/cities/:city/invitations/:id/received',
  ]),
  // To read
  ...each(secretariatRoles, [
    'GET /workspace/programme',
    'GET /workspace/programme/contact-budget',
    'GET /workspace/programme/contact-budget.csv',
    'GET /workspace/programme/cities',
    'GET /workspace/programme/cities/:city',
    'GET /workspace/programme/activities/:id',
    'GET /workspace/programme/activities/:id/reach',
    'GET /workspace/programme/activities/:id/reach.csv',
    'GET /workspace/programme/activities/:id/invitations',
    'GET /workspace/programme/activities/:id/invitations.csv',
    'GET /workspace/programme/activities/:id/batches/:batch',
  ]),
  // To open activities and invite
  ...each(keepers, [
    'GET /workspace/programme/activities/new',
    'POST /workspace/programme/activities',
    'GET /workspace/programme/activities/:id/edit',
    'POST /workspace/programme/activities/:id',
    'POST /workspace/programme/activities/:id/closing',
    'GET /workspace/programme/activities/:id/letters/:language',
    'POST /workspace/programme/activities/:id/letters/:language',
    'GET /workspace/programme/activities/:id/invitations/new',
    'POST /workspace/programme/activities/:id/invitations',
  ]),
  // To say for a city that it is too much
  ...each(
    ['staff-support', 'director'],
    ['POST /workspace/programme/cities/:city/quiet', 'POST /workspace/programme/cities/:city/quiet/lifting'],
  ),
  // To say how much may be asked, and to consent to more
  ...each(
    ['director'],
    [
      'POST /workspace/programme/contact-budget',
      'POST /workspace/programme/cities/:city/budget',
      'GET /workspace/programme/consents/:id',
      'POST /workspace/programme/consents/:id/decision',
    ],
  ),
};
