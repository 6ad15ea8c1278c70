import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { trainers } from '../../permissions.ts';
import { sendAttendance, sendAttendanceFile, showAttendance } from './attendance.tsx';
import { sendRevocation, showCertificates, showRevocation } from './certificates.tsx';
import {
  sendClosing as sendCourseClosing,
  sendModuleMove,
  sendModuleRemoval,
  sendNewModule,
  sendPublication,
  showCourse,
} from './course.tsx';
import {
  participantsFile,
  sendCancellation,
  sendClosing,
  sendOpening,
  sendTakenOut,
  showEvent,
} from './event.tsx';
import { sendItem, sendNewItem, showItem, showNewItem } from './item.tsx';
import { sendItemMove, sendItemRemoval, sendModule, showModule } from './module.tsx';
import { sendNewCourse, showNewCourse } from './new-course.tsx';
import { showOverview } from './overview.tsx';
import { sendNewEvent, sendPlan, showNewEvent, showPlan } from './plan.tsx';
import { sendDraftFile, showPreview } from './preview.tsx';
import { sendSettings, showSettings } from './settings.tsx';

const base = '/workspace/training';
const course = `${base}/courses/:id`;
const module = `${course}/modules/:module`;
const event = `${base}/events/:id`;
const staff = holders(...trainers);

export const routes: readonly Route[] = [
  get(base, staff, showOverview),
  get(`${base}/courses/new`, staff, showNewCourse),
  post(`${base}/courses`, staff, sendNewCourse),
  get(course, staff, showCourse),
  get(`${course}/settings`, staff, showSettings),
  post(`${course}/settings`, staff, sendSettings),
  get(`${course}/preview/:n`, staff, showPreview),
  get(`${course}/files/:item`, staff, sendDraftFile),
  post(`${course}/publication`, staff, sendPublication),
  post(`${course}/closing`, staff, sendCourseClosing),
  post(`${course}/modules`, staff, sendNewModule),
  post(`${course}/modules/move`, staff, sendModuleMove),
  post(`${course}/modules/removal`, staff, sendModuleRemoval),
  get(module, staff, showModule),
  post(module, staff, sendModule),
  get(`${module}/items/new`, staff, showNewItem),
  post(`${module}/items`, staff, sendNewItem),
  post(`${module}/items/move`, staff, sendItemMove),
  post(`${module}/items/removal`, staff, sendItemRemoval),
  get(`${module}/items/:item`, staff, showItem),
  post(`${module}/items/:item`, staff, sendItem),
  get(`${base}/events/new`, staff, showNewEvent),
  post(`${base}/events`, staff, sendNewEvent),
  get(event, staff, showEvent),
  get(`${event}/plan`, staff, showPlan),
  post(`${event}/plan`, staff, sendPlan),
  post(`${event}/opening`, staff, sendOpening),
  post(`${event}/cancellation`, staff, sendCancellation),
  post(`${event}/closing`, staff, sendClosing),
  get(`${event}/attendance`, staff, showAttendance),
  post(`${event}/attendance`, staff, sendAttendance),
  post(`${event}/attendance/file`, staff, sendAttendanceFile),
  get(`${event}/participants.csv`, staff, participantsFile),
  post(`${event}/registrations/:registration/cancellation`, staff, sendTakenOut),
  get(`${base}/certificates`, staff, showCertificates),
  get(`${base}/certificates/:id/revocation`, staff, showRevocation),
  post(`${base}/certificates/:id/revocation`, staff, sendRevocation),
];
