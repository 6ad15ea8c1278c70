import { serve } from '@hono/node-server';
import { identify } from '../capabilities/people/index.ts';
import { readConfig } from '../platform/config/config.ts';
import { createApplication } from '../platform/http/application.ts';
import { surfaces } from '../wiring/surfaces.ts';
import { rememberClient } from '../platform/sessions/network.ts';
import { logFault } from './fault-log.ts';
import { openWorld } from './open-world.ts';

/** The web program: answers requests as the database role `member`, public pages as `public`. */
const config = readConfig(process.env);
const { world, close } = openWorld(config, 'member');
const app = createApplication({ world, surfaces, identify, logFault });

const server = serve(
  {
    fetch: (request, env) => {
      rememberClient(request, env.incoming.socket.remoteAddress);
      return app.fetch(request, env);
    },
    hostname: config.host,
    port: config.port,
  },
  ({ port }) => {
    process.send?.({ listening: port });
  },
);

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  // Requests under way are answered; idle connections close; a hanging one is cut after five seconds.
  setTimeout(() => process.exit(0), 5000).unref();
  server.close(() => void close().then(() => process.exit(0)));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
