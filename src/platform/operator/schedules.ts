import path from 'node:path';
import { fileStore } from '../files/index.ts';
import type { Job, Schedule } from '../jobs/job.ts';
import { keepCheckpoint } from '../public-log/index.ts';

/** Work that belongs to no capability: it keeps the record provable and the file store tidy. */
export const jobs: Readonly<Record<string, Job>> = {
  'keep-checkpoint': async (world) => {
    await world.db.transaction().execute((tx) => keepCheckpoint(tx, world.logSigner, world.now()));
  },
  'discard-unfinished-files': async (world) => {
    await fileStore(path.join(world.config.dataDir, 'files')).discardUnfinished(world.now());
  },
};

export const schedules: readonly Schedule[] = [
  { task: 'keep-checkpoint', pattern: '7 * * * *' },
  { task: 'discard-unfinished-files', pattern: '23 3 * * *' },
];
