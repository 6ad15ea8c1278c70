import { createHash } from 'node:crypto';
import type { World } from '../../world.ts';

/** 256 bits that only the holder knows: a session's cookie, a one-time link. */
export function newToken(world: World): string {
  return Buffer.from(world.randomBytes(32)).toString('base64url');
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What we keep of it. A token is random, so a plain hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
