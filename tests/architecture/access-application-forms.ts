import { type Role, secretariatRoles } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';

const formKeepers: readonly Role[] = ['staff-fund', 'director'];

/** Forms: all of the secretariat reads them, the fund's staff and the director build them. */
export const applicationForms: Readonly<Record<string, Audience>> = {
  ...each(secretariatRoles, [
    'GET /workspace/forms',
    'GET /workspace/forms/:id',
    'GET /workspace/forms/:id/versions/:version/preview',
    'POST /workspace/forms/:id/versions/:version/preview',
    'GET /workspace/forms/:id/versions/:version/difference',
    'GET /workspace/forms/:id/versions/:version/form.json',
    'GET /workspace/forms/:id/versions/:version/form.docx',
    'GET /workspace/forms/:id/versions/:version/form.html',
  ]),
  ...each(formKeepers, [
    'GET /workspace/forms/new',
    'POST /workspace/forms',
    'GET /workspace/forms/import',
    'POST /workspace/forms/imports',
    'POST /workspace/forms/:id/draft',
    'GET /workspace/forms/:id/draft',
    'POST /workspace/forms/:id/draft/removal',
    'GET /workspace/forms/:id/draft/title',
    'POST /workspace/forms/:id/draft/title',
    'POST /workspace/forms/:id/draft/moves',
    'POST /workspace/forms/:id/draft/copies',
    'POST /workspace/forms/:id/draft/removals',
    'GET /workspace/forms/:id/draft/sections/new',
    'POST /workspace/forms/:id/draft/sections',
    'GET /workspace/forms/:id/draft/sections/:section',
    'POST /workspace/forms/:id/draft/sections/:section',
    'GET /workspace/forms/:id/draft/questions/new',
    'POST /workspace/forms/:id/draft/questions',
    'GET /workspace/forms/:id/draft/questions/:question',
    'POST /workspace/forms/:id/draft/questions/:question',
    'GET /workspace/forms/:id/draft/checks',
    'POST /workspace/forms/:id/versions',
    'POST /workspace/forms/:id/retirement',
    'POST /workspace/forms/:id/return',
  ]),
};
