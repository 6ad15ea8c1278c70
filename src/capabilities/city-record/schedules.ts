import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { askCities } from './actions/ask-cities.ts';

export const jobs: Readonly<Record<string, Job>> = { 'city-record-ask': askCities };

/** Every day, for the few that grew old since; a city hears of it once a month at most. */
export const schedules: readonly Schedule[] = [{ task: 'city-record-ask', pattern: '37 6 * * *' }];
