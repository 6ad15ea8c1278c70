import { cityRoles, type Role } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';

const fund: readonly Role[] = ['staff-fund', 'director'];

/** The pages for filling in, under the portal and under a mailed link. */
function fillingIn(base: string): string[] {
  return [
    `GET ${base}`,
    `GET ${base}/sections/:section`,
    `POST ${base}/sections/:section`,
    `POST ${base}/sections/:section/city-search`,
    `POST ${base}/sections/:section/fields`,
    `POST ${base}/uploads`,
    `GET ${base}/uploads/:upload`,
    `POST ${base}/uploads/:upload`,
    `GET ${base}/files/:file`,
    `GET ${base}/check`,
    `GET ${base}/history`,
    `GET ${base}/history/:question`,
    `GET ${base}/offline`,
    `POST ${base}/offline`,
    `GET ${base}/form.docx`,
    `GET ${base}/form.html`,
    `GET ${base}/returned/:returned`,
    `POST ${base}/returned/:returned`,
  ];
}

const one = '/portal/applications/:id';

/** Applications of city governments to windows of the fund. */
export const applications: Readonly<Record<string, Audience>> = {
  // What windows took of people's time; drafts behind a link that is a key
  ...each('anyone', ['GET /api/v1/application-minutes', ...fillingIn('/apply/:token')]),
  // A city's own; which city is asked inside, as "not there"
  ...each(cityRoles, [
    'GET /portal/applications',
    'POST /portal/applications',
    ...fillingIn(one),
    `POST ${one}/roles`,
    `GET ${one}/people`,
    `POST ${one}/people`,
    `POST ${one}/people/end`,
    `POST ${one}/invitations`,
    `POST ${one}/invitations/end`,
    `POST ${one}/signature-request`,
    `POST ${one}/return-to-lead`,
    `GET ${one}/signature`,
    `POST ${one}/submission`,
    `GET ${one}/receipt`,
    `GET ${one}/receipt.tlog-proof`,
    `GET ${one}/receipt.json`,
    `POST ${one}/late-files`,
    `GET ${one}/next-stage`,
    `POST ${one}/next-stage`,
    `GET ${one}/facts`,
    `POST ${one}/facts`,
    `GET ${one}/extension`,
    `POST ${one}/extension`,
    `GET ${one}/withdrawal`,
    `POST ${one}/withdrawal`,
  ]),
  // The fund's own staff, no other programme's
  ...each(fund, [
    'GET /workspace/applications',
    'GET /workspace/applications.csv',
    'GET /workspace/applications.json',
    'GET /workspace/applications/:id',
    'GET /workspace/applications/:id/files/:file',
    'POST /workspace/applications/:id/moves',
    'POST /workspace/applications/:id/moves/drop',
    'POST /workspace/applications/:id/extension-answers',
  ]),
};
