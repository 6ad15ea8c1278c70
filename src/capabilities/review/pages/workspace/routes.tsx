import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { roundRoles } from '../../permissions.ts';
import {
  sendFeedbackDraft,
  sendFeedbackOff,
  sendRemark,
  sendTakingBack,
  showApplication,
} from './application.tsx';
import { sendAssignment, showAssignment } from './assignment.tsx';
import { showCalibration } from './calibration.tsx';
import { sendLift, showConflicts } from './conflicts.tsx';
import { sendNewReviewer, sendReviewer, showReviewer, showReviewers } from './reviewers.tsx';
import { exportRound, sendRoundMove, showRound } from './round.tsx';
import { sendRound, showRounds } from './rounds.tsx';

const runners = holders(...roundRoles);
const at = '/workspace/reviews';
const on = `${at}/rounds/:id/applications/:application`;

export const routes: readonly Route[] = [
  get(at, runners, showRounds),
  post(`${at}/rounds`, runners, sendRound),
  get(`${at}/rounds/:id`, runners, showRound),
  get(`${at}/rounds/:id/reviews.csv`, runners, exportRound),
  post(`${at}/rounds/:id/move`, runners, sendRoundMove),
  get(`${at}/rounds/:id/assignment`, runners, showAssignment),
  post(`${at}/rounds/:id/assignment`, runners, sendAssignment),
  get(`${at}/rounds/:id/calibration`, runners, showCalibration),
  get(on, runners, showApplication),
  post(`${on}/remarks`, runners, sendRemark),
  post(`${on}/feedback`, runners, sendFeedbackDraft),
  post(`${on}/feedback/sending`, runners, sendFeedbackOff),
  post(`${on}/assignments/:assignment/taking-back`, runners, sendTakingBack),
  get(`${at}/reviewers`, runners, showReviewers),
  post(`${at}/reviewers`, runners, sendNewReviewer),
  get(`${at}/reviewers/:id`, runners, showReviewer),
  post(`${at}/reviewers/:id`, runners, sendReviewer),
  get(`${at}/conflicts`, runners, showConflicts),
  post(`${at}/conflicts/:id/lifting`, runners, sendLift),
];
