import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

describe('500 asks', () => {
  it('take at most 10 seconds and 500 MB in five drafts of 400 paragraphs, and 15 times a draft in ten times the paragraphs', {
    timeout: 120_000,
  }, () => {
    const program = fileURLToPath(new URL('speed.ts', import.meta.url));
    const told = execFileSync(process.execPath, ['--experimental-strip-types', program], {
      encoding: 'utf8',
    });
    const { fiveDrafts, tenfold, megabytes } = JSON.parse(told) as Record<string, number>;
    expect(fiveDrafts).toBeLessThan(10);
    expect(tenfold).toBeLessThan(((fiveDrafts ?? 0) / 5) * 15);
    expect(megabytes).toBeLessThan(500);
  });
});
