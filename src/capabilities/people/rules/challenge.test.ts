import { describe, expect, it } from 'vitest';
import { isOurChallenge, makeChallenge } from './challenge.ts';

const key = Buffer.alloc(32, 1);
const now = new Date('2026-11-21T10:00:00Z');
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const challenge = makeChallenge(key, 'step-up', 'ama', now, Buffer.alloc(16, 7)).toString('base64url');

describe('a challenge', () => {
  it('is known again for ten minutes', () => {
    expect(isOurChallenge(key, 'step-up', 'ama', minutesLater(10), challenge)).toBe(true);
    expect(isOurChallenge(key, 'step-up', 'ama', minutesLater(10.1), challenge)).toBe(false);
  });

  it('is good for its purpose and person only', () => {
    expect(isOurChallenge(key, 'register', 'ama', now, challenge)).toBe(false);
    expect(isOurChallenge(key, 'step-up', 'kofi', now, challenge)).toBe(false);
    expect(isOurChallenge(Buffer.alloc(32, 2), 'step-up', 'ama', now, challenge)).toBe(false);
  });

  it('cannot be made longer-lived, or out of nothing', () => {
    const stretched = Buffer.from(challenge, 'base64url');
    stretched.writeBigUInt64BE(BigInt(minutesLater(600).getTime()));
    expect(isOurChallenge(key, 'step-up', 'ama', now, stretched.toString('base64url'))).toBe(false);
    expect(isOurChallenge(key, 'step-up', 'ama', now, '')).toBe(false);
  });
});
