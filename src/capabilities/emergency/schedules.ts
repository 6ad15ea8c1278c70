import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { deliverUpdate } from './actions/deliver-update.ts';
import { forgetSubscribers } from './store/subscriptions.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'emergency-deliver-update': deliverUpdate,
  'emergency-forget-subscribers': async (world) => {
    await atomically(world, systemActor, (tx) => forgetSubscribers(tx, world.now()));
  },
};

export const schedules: readonly Schedule[] = [
  { task: 'emergency-forget-subscribers', pattern: '43 3 * * *' },
];
