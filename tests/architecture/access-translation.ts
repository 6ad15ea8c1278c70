import { cityRoles, type Role } from '../../src/kernel/actor.ts';
import { type Audience, each } from './access-audience.ts';

const translators: readonly Role[] = ['staff-fund', 'director'];

/** Cities' words beside their translation. */
export const translation: Readonly<Record<string, Audience>> = {
  ...each(translators, [
    'GET /workspace/translation',
    'GET /workspace/translation/glossary',
    'POST /workspace/translation/glossary',
    'GET /workspace/translation/glossary.csv',
    'GET /workspace/translation/glossary/:id',
    'POST /workspace/translation/glossary/:id',
    'POST /workspace/translation/glossary/:id/retirement',
    'GET /workspace/translation/records/:kind/:id',
    'GET /workspace/translation/records/:kind/:id/xliff',
    'POST /workspace/translation/records/:kind/:id/files',
    'POST /workspace/translation/records/:kind/:id/machine-drafts',
    'GET /workspace/translation/texts/:id',
    'POST /workspace/translation/texts/:id/renderings',
    'POST /workspace/translation/texts/:id/reviews',
    'GET /workspace/translation/files/:id',
    'POST /workspace/translation/files/:id/taking',
  ]),
  ...each(cityRoles, [
    'GET /portal/translations/:kind/:id',
    'POST /portal/translations/:kind/:id/objections',
  ]),
};
