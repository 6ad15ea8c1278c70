import { buildLog, readerOf, testSigner } from '../../src/platform/public-log/builders.ts';
import { writeProofFile } from '../../src/platform/public-log/proof-file.ts';
import { consistencyPath, inclusionPath } from '../../src/platform/public-log/proofs.ts';
import { type Dice, flipBit } from './log-tamper-dice.ts';
import { bodies, checkpointAt, honestLog, sizes, stranger } from './log-tamper-rows.ts';

/** A proof handed to somebody who knows the entry and the key. */
export interface HandedProof {
  readonly text: string;
  readonly leaf: Buffer;
}

export async function honestProof(size: number, index: number, signer = testSigner): Promise<HandedProof> {
  const rows = honestLog(size);
  const leaf = bodies[index] as Buffer;
  const path = await inclusionPath(index, size, readerOf(rows));
  return {
    leaf,
    text: writeProofFile({ leaf, index, path, checkpoint: await checkpointAt(rows, size, signer) }),
  };
}

export async function tamperedProof(dice: Dice): Promise<HandedProof> {
  const size = dice.pick(sizes);
  const index = dice.below(size);
  const proof = await honestProof(size, index);
  const other = await honestProof(dice.pick(sizes), 0);
  const lines = proof.text.split('\n');
  const path = lines.slice(3, lines.indexOf(''));
  const withPath = (changed: string[]) =>
    [...lines.slice(0, 3), ...changed, ...lines.slice(3 + path.length)].join('\n');
  if (dice.below(8) === 0) {
    // A forged entry, with the path of the entry whose place it claims.
    const forged = flipBit(proof.leaf, dice);
    return {
      leaf: forged,
      text: proof.text.replace(proof.leaf.toString('base64'), forged.toString('base64')),
    };
  }
  const texts = [
    flipBit(Buffer.from(proof.text), dice).toString(),
    proof.text.replace(`index ${index}\n`, `index ${dice.below(600)}\n`),
    proof.text.slice(0, dice.below(proof.text.length)),
    withPath(path.slice(1)),
    withPath(path.map((hash) => flipBit(Buffer.from(hash, 'base64'), dice).toString('base64'))),
    withPath([...path, ...path.slice(-1)]),
    withPath(path.toReversed()),
    `${lines.slice(0, 3 + path.length).join('\n')}\n${other.text.slice(other.text.indexOf('\n\n') + 1)}`,
    (await honestProof(size, dice.below(size))).text,
    (await honestProof(size, index, stranger)).text,
  ].filter((text) => text !== proof.text);
  return { leaf: proof.leaf, text: dice.pick(texts) };
}

/** Two checkpoints and what should show that the newer log begins with the older. */
export interface HandedGrowth {
  readonly older: string;
  readonly newer: string;
  readonly proof: string;
}

export async function honestGrowth(from: number, to: number): Promise<HandedGrowth> {
  const rows = honestLog(to);
  const path = await consistencyPath(from, to, readerOf(rows));
  return {
    older: await checkpointAt(rows, from),
    newer: await checkpointAt(rows, to),
    proof: path.map((hash) => `${hash.toString('base64')}\n`).join(''),
  };
}

export async function tamperedGrowth(dice: Dice): Promise<HandedGrowth> {
  const to = 2 + dice.below(500);
  const from = 1 + dice.below(to - 1);
  const growth = await honestGrowth(from, to);
  const lines = growth.proof.split('\n').slice(0, -1);
  const withLines = (changed: string[]) => ({
    ...growth,
    proof: changed.map((line) => `${line}\n`).join(''),
  });
  const elsewhere = await honestGrowth(1 + dice.below(from), to);
  const another = buildLog(bodies.slice(1, to + 1));
  return dice.pick(
    [
      { ...growth, older: growth.newer, newer: growth.older },
      { ...growth, older: elsewhere.older },
      { ...growth, older: await checkpointAt(another, from) },
      { ...growth, newer: await checkpointAt(another, to) },
      { ...growth, proof: flipBit(Buffer.from(growth.proof), dice).toString() },
      { ...growth, older: flipBit(Buffer.from(growth.older), dice).toString() },
      { ...growth, newer: flipBit(Buffer.from(growth.newer), dice).toString() },
      withLines(lines.slice(1)),
      withLines([...lines, ...lines.slice(-1)]),
      withLines(lines.toReversed()),
    ].filter((changed) => JSON.stringify(changed) !== JSON.stringify(growth)),
  );
}
