import { cityRoles } from '../../../../kernel/actor.ts';
import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { reviewingRoles } from '../../permissions.ts';
import { showMine } from '../reviewer/list.tsx';
import { sendOwnRemark, sendReview, sendScoreChange, sendStepBack, showReview } from '../reviewer/review.tsx';
import { showFeedback } from './feedback.tsx';

const reviewers = holders(...reviewingRoles);

/** What is shown to reviewers, of whatever house, and to the city. */
export const routes: readonly Route[] = [
  get('/portal/reviews', reviewers, showMine),
  get('/portal/reviews/:id', reviewers, showReview),
  post('/portal/reviews/:id', reviewers, sendReview),
  post('/portal/reviews/:id/stepping-back', reviewers, sendStepBack),
  post('/portal/reviews/:id/remarks', reviewers, sendOwnRemark),
  post('/portal/reviews/:id/score-changes', reviewers, sendScoreChange),
  get('/portal/feedback/:application', holders(...cityRoles), showFeedback),
];
