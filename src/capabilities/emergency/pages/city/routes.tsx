import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { cityRoles } from '../../../../kernel/actor.ts';
import { sendNoteAsCity, showNewNoteAsCity } from '../note.tsx';
import { sideRoutes } from '../side-acts.ts';
import { showOwnEmergencies, showOwnEmergencyFirst } from './own-emergency.tsx';

const ofCity = holders(...cityRoles);
const at = '/portal/emergencies';

export const routes: readonly Route[] = [
  get(at, ofCity, showOwnEmergencies),
  get(`${at}/:slug`, ofCity, showOwnEmergencyFirst),
  get(`${at}/:slug/notes/new`, ofCity, showNewNoteAsCity),
  post(`${at}/:slug/notes`, ofCity, sendNoteAsCity),
  ...sideRoutes(`${at}/:slug`, ofCity, ['showing', 'withdrawal']),
];
