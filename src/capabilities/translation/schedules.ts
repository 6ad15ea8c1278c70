import type { Job } from '../../platform/jobs/job.ts';
import { draftByMachine, machineJob } from './actions/draft-by-machine.ts';

export const jobs: Readonly<Record<string, Job>> = {
  [machineJob]: async (world, payload) => {
    const { kind, id } = payload as { kind?: unknown; id?: unknown };
    if (typeof kind === 'string' && typeof id === 'string') await draftByMachine(world, { kind, id });
  },
};
