import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { closeWhenOver } from './actions/close-when-over.ts';
import { listOver } from './store/waiting.ts';

/** Each window in a transaction of its own. */
const closeWindows: Job = async (world) => {
  for (const windowId of await listOver(world.db)) await closeWhenOver(world, windowId);
};

export const jobs: Readonly<Record<string, Job>> = { 'fund-windows-over': closeWindows };

export const schedules: readonly Schedule[] = [{ task: 'fund-windows-over', pattern: '11 * * * *' }];
