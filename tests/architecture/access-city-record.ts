import { type Role, secretariatRoles } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';

const speakers: readonly Role[] = ['city-focal-point', 'city-certifier', 'mayor'];
const writers: readonly Role[] = ['staff-support', 'director'];
const reads = (desk: string) => [
  `GET ${desk}/cities/:id/record`,
  `GET ${desk}/cities/:id/record.csv`,
  `GET ${desk}/cities/:id/record.json`,
  `GET ${desk}/cities/:id/record/profile`,
  `GET ${desk}/cities/:id/record/files/:fact`,
  `GET ${desk}/cities/:id/record/facts/:fact/history`,
];
const writes = (desk: string) => [
  `POST ${desk}/cities/:id/record/confirmations`,
  `GET ${desk}/cities/:id/record/facts/:fact`,
  `POST ${desk}/cities/:id/record/facts/:fact`,
  `GET ${desk}/cities/:id/record/facts/:fact/withdrawal`,
  `POST ${desk}/cities/:id/record/facts/:fact/withdrawal`,
];

/** What a city says of itself. */
export const cityRecord: Readonly<Record<string, Audience>> = {
  ...each('anyone', [
    'GET /cities/:id/record.csv',
    'GET /cities/:id/record.json',
    'GET /cities/:id/record/profile',
    'GET /cities/:id/record/files/:fact',
    'GET /api/v1/cities/:id/record',
  ]),
  // The city's own people; of another city the record is not there
  ...each(speakers, ['GET /portal/record', ...reads('/portal'), ...writes('/portal')]),
  ...each(secretariatRoles, [
    'GET /workspace/city-records',
    'GET /workspace/city-records.csv',
    ...reads('/workspace'),
  ]),
  // On the city's behalf
  ...each(writers, writes('/workspace')),
};
