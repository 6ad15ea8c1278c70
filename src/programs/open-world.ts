import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../kernel/id.ts';
import type { Config } from '../platform/config/config.ts';
import { openSecrets } from '../platform/config/secrets.ts';
import { connect } from '../platform/database/connect.ts';
import { serverAddress } from '../platform/database/location.ts';
import { signerFromSeed } from '../platform/public-log/index.ts';
import type { World } from '../world.ts';

export interface OpenWorld {
  readonly world: World;
  readonly close: () => Promise<void>;
}

/** The real world of a program: `member` for the web, `worker` for the worker and the command line. */
export function openWorld(config: Config, role: 'member' | 'worker', poolSize = 10): OpenWorld {
  const secrets = openSecrets(config);
  const address = serverAddress(config, secrets);
  const own = connect(role, address, secrets, poolSize);
  const publik = connect('public', address, secrets, poolSize);
  const world: World = {
    config,
    secrets,
    db: own.database,
    publicDb: publik.database,
    logSigner: signerFromSeed('mmc-platform/public-log', secrets.keyFor('public log')),
    now: () => new Date(),
    newId: () => uuidv7(new Date(), randomBytes(10)),
    randomBytes: (count) => randomBytes(count),
  };
  return {
    world,
    close: async () => {
      await Promise.all([own.close(), publik.close()]);
    },
  };
}
