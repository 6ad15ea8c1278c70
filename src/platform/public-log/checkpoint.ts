import { openNote, type Signer, signNote, strictBase64, type Verifier } from './note.ts';

/** What a log was at one moment: how many leaves, and the hash over all of them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** @source c2sp.org/tlog-checkpoint; the origin is the signer's name */
export function writeCheckpoint(head: TreeHead, signer: Signer): string {
  return signNote(`${signer.name}\n${head.size}\n${head.root.toString('base64')}\n`, signer);
}

/** The tree head of a checkpoint signed by this key for its own log; undefined for anything else. */
export function openCheckpoint(note: string, verifier: Verifier): TreeHead | undefined {
  const text = openNote(note, verifier);
  const [origin, size, root, ...extensions] = text?.slice(0, -1).split('\n') ?? [];
  if (origin !== verifier.name || extensions.includes('')) return undefined;
  const hash = root === undefined ? undefined : strictBase64(root);
  const count = wholeNumber(size ?? '');
  if (count === undefined || hash?.length !== 32) return undefined;
  return { size: count, root: hash };
}

/** Digits without leading zeroes, else undefined. */
export function wholeNumber(text: string): number | undefined {
  const number = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
