import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { keyedHash } from './keyed-hash.ts';
import { normalPassphrase } from './passphrase.ts';

/** 32 MiB and some 200 ms of work for each guess. @source OWASP Password Storage Cheat Sheet, one of its equal settings */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

/** What is stored: scrypt, then keyed, so that a stolen table without the operator's secret gives nothing to guess at. */
export async function hashPassphrase(key: Buffer, passphrase: string, salt: Uint8Array): Promise<Buffer> {
  const derived = await new Promise<Buffer>((resolve, reject) => {
    scrypt(normalPassphrase(passphrase), salt, 32, cost, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    );
  });
  return keyedHash(key, derived.toString('base64'));
}

const nobodysSalt = randomBytes(16);

/** Whether it is the passphrase. With nothing stored it takes just as long to say no. */
export async function isPassphrase(
  key: Buffer,
  passphrase: string,
  stored: { readonly salt: Uint8Array; readonly hash: Uint8Array } | undefined,
): Promise<boolean> {
  const hash = await hashPassphrase(key, passphrase, stored?.salt ?? nobodysSalt);
  return stored !== undefined && timingSafeEqual(hash, stored.hash);
}
