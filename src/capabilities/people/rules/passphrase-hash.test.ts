import { expect, it } from 'vitest';
import { hashPassphrase, isPassphrase } from './passphrase-hash.ts';

const key = Buffer.alloc(32, 1);
const salt = Buffer.alloc(16, 2);

it('knows a passphrase again only with its salt and the operator’s key', async () => {
  const hash = await hashPassphrase(key, 'three mangoes on a blue bus', salt);
  expect(await isPassphrase(key, 'three mangoes on a blue bus', { salt, hash })).toBe(true);
  expect(await isPassphrase(key, 'three mangoes on a red bus', { salt, hash })).toBe(false);
  expect(await isPassphrase(Buffer.alloc(32, 9), 'three mangoes on a blue bus', { salt, hash })).toBe(false);
  expect(await isPassphrase(key, 'three mangoes on a blue bus', undefined)).toBe(false);
});
