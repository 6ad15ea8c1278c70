import type { Job } from '../../platform/jobs/job.ts';
import { tellCity, tellReviewer } from './actions/letters.ts';

export const jobs: Readonly<Record<string, Job>> = {
  'review-tell-reviewer': tellReviewer,
  'review-tell-city': tellCity,
};
