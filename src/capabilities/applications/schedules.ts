import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { countBurden } from './actions/count-burden.ts';
import { lapseClosed } from './actions/lapse.ts';
import { mailReceipt } from './actions/mail-receipt.ts';
import { tellPeople } from './actions/tell-people.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'applications-receipt': mailReceipt,
  'applications-tell': tellPeople,
  'applications-count-burden': countBurden,
  'applications-lapse': lapseClosed,
};

export const schedules: readonly Schedule[] = [
  { task: 'applications-count-burden', pattern: '41 3 * * *' },
  { task: 'applications-lapse', pattern: '*/15 * * * *' },
];
