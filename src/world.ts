import type { Config } from './platform/config/config.ts';
import type { Secrets } from './platform/config/secrets.ts';
import type { Database } from './platform/database/connect.ts';
import type { Signer } from './platform/public-log/index.ts';

/** All that an action may touch. Built by hand in `main.ts` (and in tests), passed in, never global. */
export interface World {
  readonly config: Config;
  readonly secrets: Secrets;
  /** The database as this program's role: `member` in the web, `worker` in the worker and the command line. */
  readonly db: Database;
  /** The database as anyone may see it: public rows, no context, one trip. */
  readonly publicDb: Database;
  /** Signs checkpoints of the public log. */
  readonly logSigner: Signer;
  now(): Date;
  newId(): string;
  randomBytes(count: number): Uint8Array;
}
