import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { mailSignInCode } from './actions/mail-sign-in-code.ts';
import { pruneSignIns } from './store/pruning.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'mail-sign-in-code': mailSignInCode,
  'prune-sign-ins': (world) => atomically(world, systemActor, pruneSignIns),
};

export const schedules: readonly Schedule[] = [{ task: 'prune-sign-ins', pattern: '23 3 * * *' }];
