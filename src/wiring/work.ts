import { reactions as applicationReactions } from '../capabilities/applications/reactions.ts';
import {
  jobs as applicationsJobs,
  schedules as applicationsSchedules,
} from '../capabilities/applications/schedules.ts';
import { jobs as recordJobs, schedules as recordSchedules } from '../capabilities/city-record/schedules.ts';
import {
  jobs as emergencyJobs,
  schedules as emergencySchedules,
} from '../capabilities/emergency/schedules.ts';
import { jobs as fundJobs, schedules as fundSchedules } from '../capabilities/fund/schedules.ts';
import { reactions as governanceReactions } from '../capabilities/governance/reactions.ts';
import { reactions as impactReactions } from '../capabilities/impact/reactions.ts';
import { jobs as peopleJobs, schedules as peopleSchedules } from '../capabilities/people/schedules.ts';
import {
  jobs as exchangeJobs,
  schedules as exchangeSchedules,
} from '../capabilities/peer-exchange/schedules.ts';
import { reactions as programmeReactions } from '../capabilities/programme/reactions.ts';
import {
  jobs as programmeJobs,
  schedules as programmeSchedules,
} from '../capabilities/programme/schedules.ts';
import { jobs as mandateJobs, schedules as mandateSchedules } from '../capabilities/mandates/schedules.ts';
import { reactions as exchangeReactions } from '../capabilities/peer-exchange/reactions.ts';
import { reactions as deskReactions } from '../capabilities/support-desk/reactions.ts';
import { jobs as deskJobs, schedules as deskSchedules } from '../capabilities/support-desk/schedules.ts';
import { jobs as trainingJobs, schedules as trainingSchedules } from '../capabilities/training/schedules.ts';
import { jobs as reviewJobs } from '../capabilities/review/schedules.ts';
import { jobs as translationJobs } from '../capabilities/translation/schedules.ts';
import type { Reaction } from '../platform/events/announce.ts';
import type { Job, Schedule } from '../platform/jobs/job.ts';
import { jobs as operatorJobs, schedules as operatorSchedules } from '../platform/operator/schedules.ts';

/** What happens when a capability announces something. */
export const reactions: readonly Reaction[] = [
  ...applicationReactions,
  ...programmeReactions,
  ...governanceReactions,
  ...deskReactions,
  ...exchangeReactions,
  ...impactReactions,
];

/** Work of the queue, by its name. */
export const jobs: Readonly<Record<string, Job>> = {
  ...operatorJobs,
  ...peopleJobs,
  ...recordJobs,
  ...deskJobs,
  ...applicationsJobs,
  ...mandateJobs,
  ...reviewJobs,
  ...translationJobs,
  ...exchangeJobs,
  ...fundJobs,
  ...programmeJobs,
  ...trainingJobs,
  ...emergencyJobs,
};

/** Timed work; patterns as cron writes them, in UTC. */
export const schedules: readonly Schedule[] = [
  ...operatorSchedules,
  ...peopleSchedules,
  ...recordSchedules,
  ...deskSchedules,
  ...applicationsSchedules,
  ...mandateSchedules,
  ...exchangeSchedules,
  ...fundSchedules,
  ...programmeSchedules,
  ...trainingSchedules,
  ...emergencySchedules,
];
