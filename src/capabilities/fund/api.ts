import { jsonResponse } from '../../platform/exports/json.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { anyone } from '../../platform/permissions/guard.ts';
import { grantsForSystems } from './pages/public/routes.tsx';
import { windowFile, windowsForSystems } from './pages/public/window-files.ts';

export const routes: readonly Route[] = [
  get('/api/v1/grants', anyone, async (visit) => jsonResponse(await grantsForSystems(visit))),
  get('/api/v1/windows', anyone, windowsForSystems),
  get('/api/v1/windows/:slug', anyone, windowFile),
];
