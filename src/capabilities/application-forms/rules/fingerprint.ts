import { canonical } from './difference.ts';

/** A number of at most nine digits that changes with the value: what a page was opened on. @source FNV-1a, 32 bits */
export function fingerprint(value: unknown): number {
  let hash = 0x811c9dc5;
  for (const letter of canonical(value)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % 1_000_000_000;
}
