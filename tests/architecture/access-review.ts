import { cityRoles, type Role, secretariatRoles } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';

const runners: readonly Role[] = ['staff-fund', 'director'];

/** Reviews of applications. */
export const review: Readonly<Record<string, Audience>> = {
  ...each(runners, [
    'GET /workspace/reviews',
    'POST /workspace/reviews/rounds',
    'GET /workspace/reviews/rounds/:id',
    'GET /workspace/reviews/rounds/:id/reviews.csv',
    'POST /workspace/reviews/rounds/:id/move',
    'GET /workspace/reviews/rounds/:id/assignment',
    'POST /workspace/reviews/rounds/:id/assignment',
    'GET /workspace/reviews/rounds/:id/calibration',
    'GET /workspace/reviews/rounds/:id/applications/:application',
    'POST /workspace/reviews/rounds/:id/applications/:application/remarks',
    'POST /workspace/reviews/rounds/:id/applications/:application/feedback',
    'POST /workspace/reviews/rounds/:id/applications/:application/feedback/sending',
    'POST /workspace/reviews/rounds/:id/applications/:application/assignments/:assignment/taking-back',
    'GET /workspace/reviews/reviewers',
    'POST /workspace/reviews/reviewers',
    'GET /workspace/reviews/reviewers/:id',
    'POST /workspace/reviews/reviewers/:id',
    'GET /workspace/reviews/conflicts',
    'POST /workspace/reviews/conflicts/:id/lifting',
  ]),
  ...each(
    ['reviewer', 'partner', ...secretariatRoles],
    [
      'GET /portal/reviews',
      'GET /portal/reviews/:id',
      'POST /portal/reviews/:id',
      'POST /portal/reviews/:id/stepping-back',
      'POST /portal/reviews/:id/remarks',
      'POST /portal/reviews/:id/score-changes',
    ],
  ),
  ...each(cityRoles, ['GET /portal/feedback/:application']),
};
