import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { remindInvited } from './actions/remind.ts';
import { takeForums } from './actions/take-forums.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'programme-forums': (world) => takeForums(world),
  'programme-remind': (world) => remindInvited(world),
};

export const schedules: readonly Schedule[] = [
  { task: 'programme-forums', pattern: '43 * * * *' },
  { task: 'programme-remind', pattern: '12 7 * * *' },
];
