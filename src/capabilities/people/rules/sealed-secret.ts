import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * A secret at rest: 12 bytes nonce, 16 bytes tag, then the text, by AES-256-GCM.
 * @param owner bound into it, so that one person's secret cannot be put in another's row
 * @param nonce 12 random bytes
 */
export function seal(key: Buffer, owner: string, secret: Uint8Array, nonce: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** @throws Error when the key, the owner or the bytes are not those it was sealed with */
export function unseal(key: Buffer, owner: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
