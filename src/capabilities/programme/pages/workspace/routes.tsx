import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { budgetKeepers, keepers } from '../../permissions.ts';
import { sendActivity, sendChange, sendClosing, showEdit, showNew } from './activity-edit.tsx';
import { showActivity } from './activity.tsx';
import { showBatch } from './batch.tsx';
import { searchCity, showCity, sendCityBudget, sendLifting, sendQuiet } from './city.tsx';
import { sendDecision, showConsent } from './consent.tsx';
import { budgetFile, sendBudget, showContactBudget } from './contact-budget.tsx';
import { invitationsFile, showInvitations } from './invitations.tsx';
import { sendInvitations, showInvite } from './invite.tsx';
import { sendLetter, showLetter } from './letters.tsx';
import { showOverview } from './overview.tsx';
import { reachFile } from './reach-file.ts';
import { showReach } from './reach.tsx';

const base = '/workspace/programme';
const one = `${base}/activities/:id`;
const keeping = holders(...keepers);
const directing = holders(...budgetKeepers);
const caring = holders('staff-support', 'director');

export const routes: readonly Route[] = [
  get(base, secretariat, showOverview),
  get(`${base}/contact-budget`, secretariat, showContactBudget),
  get(`${base}/contact-budget.csv`, secretariat, budgetFile),
  post(`${base}/contact-budget`, directing, sendBudget),
  get(`${base}/cities`, secretariat, searchCity),
  get(`${base}/cities/:city`, secretariat, showCity),
  post(`${base}/cities/:city/budget`, directing, sendCityBudget),
  post(`${base}/cities/:city/quiet`, caring, sendQuiet),
  post(`${base}/cities/:city/quiet/lifting`, caring, sendLifting),
  get(`${base}/consents/:id`, directing, showConsent),
  post(`${base}/consents/:id/decision`, directing, sendDecision),
  get(`${base}/activities/new`, keeping, showNew),
  post(`${base}/activities`, keeping, sendActivity),
  get(one, secretariat, showActivity),
  get(`${one}/edit`, keeping, showEdit),
  post(one, keeping, sendChange),
  post(`${one}/closing`, keeping, sendClosing),
  get(`${one}/reach`, secretariat, showReach),
  get(`${one}/reach.csv`, secretariat, reachFile),
  get(`${one}/letters/:language`, keeping, showLetter),
  post(`${one}/letters/:language`, keeping, sendLetter),
  get(`${one}/invitations`, secretariat, showInvitations),
  get(`${one}/invitations.csv`, secretariat, invitationsFile),
  get(`${one}/invitations/new`, keeping, showInvite),
  post(`${one}/invitations`, keeping, sendInvitations),
  get(`${one}/batches/:batch`, secretariat, showBatch),
];
