import { Logger, parseCronItems, run } from 'graphile-worker';
import { Pool } from 'pg';
import { readConfig } from '../platform/config/config.ts';
import { openSecrets } from '../platform/config/secrets.ts';
import { serverAddress } from '../platform/database/location.ts';
import { addressAs } from '../platform/database/roles.ts';
import { deliverEvent } from '../platform/events/announce.ts';
import { mailDelivery, sendFromOutbox } from '../platform/mail/delivery.ts';
import { jobs, reactions, schedules } from '../wiring/work.ts';
import { logFault } from './fault-log.ts';
import { openWorld } from './open-world.ts';

/** The worker program: sends mail, delivers events to their reactions, does timed work. */
const config = readConfig(process.env);
const { world, close } = openWorld(config, 'worker', 4);
const delivery = config.mailUrl ? mailDelivery(config.mailUrl, config.publicUrl) : null;
const secrets = openSecrets(config);
const pool = new Pool({ ...addressAs('worker', serverAddress(config, secrets), secrets), max: 4 });
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));

const text = (payload: unknown, name: string) => String((payload as Record<string, unknown>)[name]);
const own = {
  'send-mail': (payload: unknown) => sendFromOutbox(world, delivery, text(payload, 'mailId')),
  'deliver-event': (payload: unknown) => deliverEvent(world, reactions, text(payload, 'eventId')),
};
const theirs = Object.entries(jobs).map(
  ([name, job]) => [name, (payload: unknown) => job(world, payload as Record<string, unknown>)] as const,
);

// A worker that was killed still holds its jobs, and the queue would wait four hours for it. There is one worker: what is held is abandoned.
await pool.query(
  `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
);
const runner = await run({
  pgPool: pool,
  concurrency: 3,
  pollInterval: 2000,
  noHandleSignals: true,
  logger: new Logger(() => (level, message, meta) => {
    if (level === 'error') logFault('worker', meta?.['error'] ?? new Error(message));
  }),
  taskList: { ...own, ...Object.fromEntries(theirs) },
  parsedCronItems: parseCronItems(
    schedules.map(({ task, pattern }) => ({ task, match: pattern, identifier: task })),
  ),
});
process.send?.({ listening: 0 });

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), 5000).unref();
  await runner.stop().catch(() => undefined);
  await pool.end();
  await close();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => void end());
await runner.promise;
