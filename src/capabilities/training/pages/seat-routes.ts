import { get, post, type Route } from '../../../platform/http/route.ts';
import type { Guard } from '../../../platform/permissions/guard.ts';
import { sendName, sendProofFile, showPaper } from './certificate.tsx';
import {
  sendCourseFeedback,
  sendLearningModule,
  sendNewVersion,
  showLearning,
  showLearningModule,
} from './learning.tsx';
import {
  sendCalendar,
  sendCode,
  sendEventFeedback,
  sendPlaceCancellation,
  showRegistration,
} from './registration.tsx';
import type { Place } from './seat-of.ts';

function certificateRoutes(base: string, guard: Guard, place: Place): Route[] {
  return [
    get(`${base}/certificate`, guard, (visit) => showPaper(visit, place)),
    get(`${base}/certificate.json`, guard, (visit) => sendProofFile(visit, place)),
    post(`${base}/name`, guard, (visit) => sendName(visit, place)),
  ];
}

/** A learner's pages of one course, and a participant's of one event: behind a link and in the portal alike. */
export function seatRoutes(learning: string, registration: string, guard: Guard): Route[] {
  return [
    get(learning, guard, showLearning),
    get(`${learning}/modules/:n`, guard, showLearningModule),
    post(`${learning}/modules/:n`, guard, sendLearningModule),
    post(`${learning}/version`, guard, sendNewVersion),
    post(`${learning}/feedback`, guard, sendCourseFeedback),
    ...certificateRoutes(learning, guard, 'learning'),
    get(registration, guard, showRegistration),
    post(`${registration}/cancellation`, guard, sendPlaceCancellation),
    post(`${registration}/attendance`, guard, sendCode),
    post(`${registration}/feedback`, guard, sendEventFeedback),
    get(`${registration}/invite.ics`, guard, sendCalendar),
    ...certificateRoutes(registration, guard, 'registration'),
  ];
}
