import { jsonResponse } from '../../platform/exports/json.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { anyone } from '../../platform/permissions/guard.ts';
import { publicRecord, publicRecordAsJson } from './pages/public/routes.tsx';

/** What a city shows to everybody of what it said of itself. */
export const routes: readonly Route[] = [
  get('/api/v1/cities/:id/record', anyone, async (visit) => {
    const { city, facts } = await publicRecord(visit);
    return jsonResponse(publicRecordAsJson(city, facts));
  }),
];
