import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { type EmbeddedServer, embeddedConnection, startEmbedded } from './embedded.ts';
import { addressFromUrl, type ServerAddress } from './roles.ts';

/** Where the database of these settings is: DATABASE_URL, or the embedded one of the data directory. */
export function serverAddress(config: Config, secrets: Secrets): ServerAddress {
  if (config.databaseUrl) return addressFromUrl(config.databaseUrl);
  return { ...embeddedConnection(config.dataDir, embeddedPassword(secrets)), database: 'mmc' };
}

/** Starts the embedded server, or joins it; null when DATABASE_URL names another. */
export async function openServer(config: Config, secrets: Secrets): Promise<EmbeddedServer | null> {
  if (config.databaseUrl) return null;
  return await startEmbedded({ directory: config.dataDir, password: embeddedPassword(secrets) });
}

function embeddedPassword(secrets: Secrets): string {
  return secrets.keyFor('embedded database').toString('base64url');
}
