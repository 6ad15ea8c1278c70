import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { noteCourseCompleted, noteEventAttended } from './actions/note-completion.ts';
import { remind } from './actions/remind.ts';
import { forgetStrangers } from './store/due.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'training-complete': async (world, { learningId, registrationId }) => {
    if (typeof learningId === 'string') await noteCourseCompleted(world, learningId);
    if (typeof registrationId === 'string') await noteEventAttended(world, registrationId);
  },
  'training-remind': async (world) => {
    await remind(world);
    await atomically(world, systemActor, forgetStrangers);
  },
};

export const schedules: readonly Schedule[] = [{ task: 'training-remind', pattern: '*/5 * * * *' }];
