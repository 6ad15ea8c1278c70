import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.ts';

/** Keys for each purpose, all derived from the one secret so that an operator keeps one thing safe. */
export interface Secrets {
  /** 32 bytes for a purpose; the same secret and purpose always give the same bytes. */
  keyFor(purpose: string): Buffer;
}

/** The operator's secret, or in trial mode one made on first start and kept readable by its owner only. */
export function openSecrets(config: Config): Secrets {
  return secretsFrom(config.secret ?? trialSecret(config.dataDir));
}

export function secretsFrom(secret: string): Secrets {
  return { keyFor: (purpose) => Buffer.from(hkdfSync('sha256', secret, '', `mmc ${purpose}`, 32)) };
}

function trialSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
