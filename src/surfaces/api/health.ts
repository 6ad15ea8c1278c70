import { ping } from '../../platform/database/connect.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { anyone } from '../../platform/permissions/guard.ts';

/** For whoever keeps the platform running: is the program alive, and can pages be served? */
export const healthRoutes: readonly Route[] = [
  get('/health/live', anyone, () => Response.json({ status: 'live' })),
  get('/health/ready', anyone, async ({ world }) => {
    try {
      await Promise.all([ping(world.publicDb), ping(world.db)]);
      return Response.json({ status: 'ready' });
    } catch {
      return Response.json({ status: 'not ready' }, { status: 503, headers: { 'retry-after': '2' } });
    }
  }),
];
