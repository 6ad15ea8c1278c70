import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { honestGrowth, honestProof } from './log-tamper-proofs.ts';
import { honestMeeting, publishedFiles } from './log-tamper-rows.ts';
import { testSigner } from '../../src/platform/public-log/builders.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'mmc-verify-'));
const at = (name: string) => path.join(folder, name);
const withKey = ['--key', testSigner.verifierKey];

function verify(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify/verify.mjs', ...words], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

beforeAll(async () => {
  const proof = await honestProof(300, 12);
  writeFileSync(at('12.tlog-proof'), proof.text);
  writeFileSync(at('leaf.json'), proof.leaf);
  writeFileSync(at('other.json'), '{}');
  const meeting = await honestMeeting(300, 120);
  for (const [name, bytes] of publishedFiles(meeting)) {
    mkdirSync(path.dirname(at(`log/${name}`)), { recursive: true });
    writeFileSync(at(`log/${name}`), bytes);
  }
  const growth = await honestGrowth(120, 300);
  writeFileSync(at('old.checkpoint'), growth.older);
  writeFileSync(at('new.checkpoint'), growth.newer);
  writeFileSync(at('growth'), growth.proof);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the stand-alone verifier', () => {
  it('finds that a proof holds, and says what the entry tells', () => {
    const { status, said } = verify('proof', at('12.tlog-proof'), '--leaf', at('leaf.json'), ...withKey);
    expect(said).toContain('The proof holds: entry 12');
    expect(said).toContain('"id":"call-12"');
    expect(status).toBe(0);
    expect(verify('proof', at('12.tlog-proof'), ...withKey).status).toBe(0);
  });

  it('finds that a proof is not of the entry given', () => {
    const { status, said } = verify('proof', at('12.tlog-proof'), '--leaf', at('other.json'), ...withKey);
    expect(said).toContain('DOES NOT HOLD. The entry given is not the entry this proof carries.');
    expect(status).toBe(1);
  });

  it('finds a copied log whole and in line with an older checkpoint', () => {
    const { status, said } = verify('log', at('log'), '--remembered', at('old.checkpoint'), ...withKey);
    expect(said).toContain('is whole: 300 entries');
    expect(said).toContain('It still contains all that 1 remembered');
    expect(status).toBe(0);
  });

  it('names the file of a copied log in which a byte was changed', () => {
    const bundle = at('log/tile/entries/000');
    const bytes = readFileSync(bundle);
    writeFileSync(bundle, bytes.with(100, (bytes[100] ?? 0) ^ 1));
    const { status, said } = verify('log', at('log'), ...withKey);
    writeFileSync(bundle, bytes);
    expect(said).toContain('DOES NOT HOLD. The hashes in tile/0/000 are not those of the entries.');
    expect(status).toBe(1);
  });

  it('finds that the log only grew, and that it did not shrink', () => {
    const growth = [at('old.checkpoint'), at('new.checkpoint'), at('growth')] as const;
    expect(verify('consistency', ...growth, ...withKey)).toMatchObject({ status: 0 });
    const { status, said } = verify('consistency', growth[1], growth[0], growth[2], ...withKey);
    expect(said).toContain('The log shrank from 300 to 120 entries.');
    expect(status).toBe(1);
  });

  it.each([
    [['proof', at('12.tlog-proof')], 'The key is missing'],
    [['proof', at('absent'), ...withKey], 'There is no file'],
    [['prove', at('log'), ...withKey], 'Not understood: prove'],
    [['log', at('log'), '--colour'], "Unknown option '--colour'"],
  ])('says what it did not understand in %s', (words, sentence) => {
    const { status, said } = verify(...words);
    expect(said).toContain(sentence);
    expect(status).toBe(2);
  });

  it('imports nothing but what Node brings, and nothing of the platform', () => {
    const sources = ['verify/verify.mjs', 'verify/checks.mjs']
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const imported = [...sources.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    expect(imported).toHaveLength(5);
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual(['./checks.mjs']);
  });
});
