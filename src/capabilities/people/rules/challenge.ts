import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a passkey signs: good for one purpose, one person (or anybody), ten minutes. Spent in the database when used. */
export type ChallengePurpose = 'sign-in' | 'step-up' | 'register';

const lifeMillis = 10 * 60_000;

/**
 * A challenge that needs no row until it is answered: expiry (8 bytes), 16 random bytes, then a MAC over both.
 * @param personId empty before anybody is known
 */
export function makeChallenge(
  key: Buffer,
  purpose: ChallengePurpose,
  personId: string,
  now: Date,
  random: Uint8Array,
): Buffer {
  const head = Buffer.alloc(24);
  head.writeBigUInt64BE(BigInt(now.getTime() + lifeMillis));
  head.set(random.subarray(0, 16), 8);
  return Buffer.concat([head, mac(key, purpose, personId, head)]);
}

/** @param challenge as it comes back, in base64url */
export function isOurChallenge(
  key: Buffer,
  purpose: ChallengePurpose,
  personId: string,
  now: Date,
  challenge: string,
): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== 56) return false;
  const head = bytes.subarray(0, 24);
  const isOurs = timingSafeEqual(bytes.subarray(24), mac(key, purpose, personId, head));
  return isOurs && head.readBigUInt64BE() >= BigInt(now.getTime());
}

function mac(key: Buffer, purpose: string, personId: string, head: Buffer): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n${personId}\n`).update(head).digest();
}
