import { jsonResponse } from '../../platform/exports/json.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { anyone } from '../../platform/permissions/guard.ts';
import { forumsForSystems } from './pages/public/routes.tsx';

export const routes: readonly Route[] = [
  get('/api/v1/forums', anyone, async (visit) => jsonResponse(await forumsForSystems(visit))),
];
