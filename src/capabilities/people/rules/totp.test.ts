import { describe, expect, it } from 'vitest';
import { authenticatorAddress, base32, codeOfStep, stepAt, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

describe('codes of an authenticator app', () => {
  // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of the standard at second %i', (second, code) => {
    const now = new Date(second * 1000);
    expect(codeOfStep(secret, stepAt(now))).toBe(code);
    expect(stepOfCode(secret, code, now)).toBe(stepAt(now));
  });

  it('are taken half a minute early or late, and no more', () => {
    const now = new Date(1_700_000_000_000);
    const at = (steps: number) => stepOfCode(secret, codeOfStep(secret, stepAt(now) + steps), now);
    expect([at(-1), at(1)]).toEqual([stepAt(now) - 1, stepAt(now) + 1]);
    expect([at(-2), at(2)]).toEqual([undefined, undefined]);
  });

  it.each(['28708', '2870822', '28708a', '', ' 287082'])('are six digits, which %j is not', (code) => {
    expect(stepOfCode(secret, code, new Date(59_000))).toBeUndefined();
  });

  it('need a secret that can be typed and scanned', () => {
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(authenticatorAddress(secret, 'Mayors Migration Council', 'a@b.org')).toBe(
      `otpauth://totp/Mayors%20Migration%20Council:a%40b.org?secret=${base32(secret)}&issuer=Mayors%20Migration%20Council`,
    );
  });
});
