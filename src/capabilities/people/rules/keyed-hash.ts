import { createHmac } from 'node:crypto';

/** Of what could be guessed if only hashed: codes, addresses, networks. Useless without the operator's secret. */
export function keyedHash(key: Buffer, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(parts.join('\n')).digest();
}
