import { describe, expect, it } from 'vitest';
import { diceFrom } from './log-tamper-dice.ts';
import { type TamperingName, tampered, tamperingNames } from './log-tamper-kinds.ts';
import { honestGrowth, honestProof, tamperedGrowth, tamperedProof } from './log-tamper-proofs.ts';
import { honestMeeting, sizes } from './log-tamper-rows.ts';
import {
  type Judge,
  outsideJudge,
  platformJudge,
  weakenedOutside,
  weakenedPlatform,
} from './log-tamper-verdicts.ts';

// 1,000 in the gate; TAMPERINGS=20000 for the long run. A failure prints the seed: SEED=… brings it back.
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const count = Number(process.env['TAMPERINGS'] ?? 1000);
const judges = { platform: platformJudge(), outside: outsideJudge() };
console.log(`Tampering with the public log: ${count} times, SEED=${seed}`);

describe('an honest log', () => {
  it.each(sizes)('of %i leaves is found whole by both verifiers', async (size) => {
    const meeting = await honestMeeting(size, Math.ceil(size / 2));
    const index = Math.floor(size / 3);
    for (const judge of Object.values(judges)) {
      expect(await judge.log(meeting)).toBe(true);
      expect(judge.proof(await honestProof(size, index))).toBe(true);
      expect(judge.growth(await honestGrowth(index, size))).toBe(true);
      expect(judge.growth(await honestGrowth(size, size))).toBe(true);
    }
  });
});

describe(`a tampered log (SEED=${seed})`, () => {
  it('is found out by both verifiers, every time', { timeout: 600_000 }, async () => {
    const dice = diceFrom(seed);
    const seen = new Map<TamperingName, number>();
    for (let i = 0; i < count / 2; i++) {
      const name = tamperingNames[i % tamperingNames.length] as TamperingName;
      const meeting = await tampered(name, dice);
      for (const [judge, { log }] of Object.entries(judges)) {
        expect(await log(meeting), `${judge} missed number ${i}: ${name}`).toBe(false);
      }
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    expect([...seen.keys()]).toEqual(tamperingNames);
  });

  it('cannot be covered by a tampered proof', { timeout: 600_000 }, async () => {
    const dice = diceFrom(seed + 1);
    for (let i = 0; i < count / 4; i++) {
      const handed = await tamperedProof(dice);
      for (const [judge, { proof }] of Object.entries(judges)) {
        expect(proof(handed), `${judge} missed number ${i}: ${handed.text}`).toBe(false);
      }
    }
  });

  it('cannot be passed off as one that only grew', { timeout: 600_000 }, async () => {
    const dice = diceFrom(seed + 2);
    for (let i = 0; i < count / 4; i++) {
      const handed = await tamperedGrowth(dice);
      for (const [judge, { growth }] of Object.entries(judges)) {
        expect(growth(handed), `${judge} missed number ${i}: ${JSON.stringify(handed)}`).toBe(false);
      }
    }
  });
});

// Planted faults: each verifier with one check taken out must miss something, or the test above could not fail.
const outside =
  (check: string, instead = '') =>
  () =>
    weakenedOutside(check, instead);
const inside =
  (file: string, check: string, instead = '') =>
  () =>
    weakenedPlatform(file, check, instead);

/** Whether the judge takes one of many tampered things for whole. */
async function isFooled(judge: Judge, name: TamperingName | 'a proof' | 'a growth'): Promise<boolean> {
  const dice = diceFrom(seed + 3);
  for (let i = 0; i < 100; i++) {
    if (name === 'a proof' && judge.proof(await tamperedProof(dice))) return true;
    if (name === 'a growth' && judge.growth(await tamperedGrowth(dice))) return true;
    if (name !== 'a proof' && name !== 'a growth' && (await judge.log(await tampered(name, dice))))
      return true;
  }
  return false;
}

describe('a weakened verifier lets tampering through', () => {
  it.each([
    [
      'the signed root',
      'entries edited, all recomputed',
      outside(
        "demand(hex(treeHash(leaves)) === head.root, 'The entries do not have the root that was signed.');",
      ),
    ],
    ['remembered roots', 'entries edited, recomputed and signed', outside('then === old.root,', 'true,')],
    ['the tiles', 'a leaf hash changed', outside('must(path).equals(expected)', 'true')],
    ['the signature', 'a changed signature', outside('demand(right, `The signature of ${name} is false.`);')],
    ["the proof's root", 'a proof', outside('hex(root) === head.root', 'true')],
    ['the newer root', 'a growth', outside('hex(newRoot) === newer.root', 'true')],
    ['the older root', 'a growth', outside('hex(oldRoot) === older.root', 'true')],
  ] as const)('when the stand-alone one does not look at %s', async (_, name, judge) => {
    expect(await isFooled(await judge(), name)).toBe(true);
  });

  it.each([
    [
      'the roots of checkpoints',
      'entries edited, recomputed and signed',
      inside('audit.ts', '!head.root.equals(root)', 'false'),
    ],
    [
      'how far checkpoints reach',
      'entries truncated, recomputed and signed',
      inside('audit.ts', "faults.push({ kind: 'checkpoint-beyond-log', at: head.size });", 'continue;'),
    ],
    ['stored leaf hashes', 'a leaf hash changed', inside('audit.ts', '!hash.equals(row.leafHash)', 'false')],
    ['stored subtree hashes', 'a subtree hash changed', inside('audit.ts', '!found.equals(hash)', 'false')],
    [
      'the signature',
      'a changed signature',
      inside('note.ts', '!verify(null, Buffer.from(text), verifier.publicKey, bytes.subarray(4))', 'false'),
    ],
    [
      "the proof's root",
      'a proof',
      inside('verification.ts', 'last === 0 && hash.equals(tree.root)', 'last === 0'),
    ],
    ['the newer root', 'a growth', inside('verification.ts', ' && newerHash.equals(newer.root)')],
    [
      'the older root',
      'a growth',
      inside('verification.ts', 'last === 0 && olderHash.equals(older.root)', 'last === 0'),
    ],
  ] as const)("when the platform's does not look at %s", async (_, name, judge) => {
    expect(await isFooled(await judge(), name)).toBe(true);
  });
});
