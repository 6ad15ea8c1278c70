import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Binds the log to a value without telling it: whoever holds salt and value can show what was committed, and once the salt
 * is deleted nobody can, nor guess it. What stays in the log is a number without meaning.
 * @param salt exactly 32 random bytes, for this record only
 * @source EDPB Guidelines 02/2025 on blockchain: no personal data on the ledger
 */
export function commitment(salt: Uint8Array, value: string): string {
  if (salt.length !== 32) throw new RangeError(`A salt has 32 bytes, not ${salt.length}`);
  return createHmac('sha256', salt).update(value, 'utf8').digest('hex');
}

export function opensTo(committed: string, salt: Uint8Array, value: string): boolean {
  const expected = Buffer.from(commitment(salt, value), 'hex');
  const given = Buffer.from(committed, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
