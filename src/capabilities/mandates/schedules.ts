import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { dailyRound, noteEnds, tellCity } from './actions/daily-round.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'mandates-round': dailyRound,
  'mandates-note-ends': noteEnds,
  'mandates-tell-city': tellCity,
};

export const schedules: readonly Schedule[] = [
  { task: 'mandates-round', pattern: '23 5 * * *' },
  // Roles are also ended on other pages; their end is told within ten minutes.
  { task: 'mandates-note-ends', pattern: '*/10 * * * *' },
];
