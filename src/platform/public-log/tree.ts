import { createHash } from 'node:crypto';

/** A subtree whose 2^level leaves all exist: leaves n·2^level up to (n+1)·2^level. Level 0 is one leaf. */
export interface Subtree {
  readonly level: number;
  readonly n: number;
}

/** A complete subtree with its RFC 6962 hash, 32 bytes. */
export interface Peak extends Subtree {
  readonly hash: Buffer;
}

const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

/** @source RFC 6962 section 2.1: the mark keeps a leaf from being passed off as a node */
export function leafHash(body: Uint8Array): Buffer {
  return createHash('sha256').update(leafMark).update(body).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest();
}

/** The root of a log without leaves. */
export const emptyRoot: Buffer = createHash('sha256').digest();

/** The largest power of two below `width`, where RFC 6962 splits a tree of that many leaves. */
export function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

/** The fewest complete subtrees that cover leaves `from` up to `to`, left to right. `from` must start a subtree of RFC 6962. */
export function completeSubtrees(from: number, to: number): Subtree[] {
  const found: Subtree[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    let width = 1;
    while (start + width * 2 <= to) {
      width *= 2;
      level += 1;
    }
    found.push({ level, n: start / width });
    start += width;
  }
  return found;
}

/** Joins the hashes of `completeSubtrees`, right to left, to the hash of the whole. */
export function joined(hashes: readonly Buffer[]): Buffer {
  const [last, ...others] = hashes.toReversed();
  if (!last) return emptyRoot;
  return others.reduce((right, left) => nodeHash(left, right), last);
}

/**
 * Adds one leaf to a tree known by its peaks (the complete subtrees of all its leaves), changing `peaks`.
 * @returns the subtrees above the leaf that it completes: what is stored with it
 */
export function addLeaf(peaks: Peak[], index: number, hash: Buffer): Peak[] {
  const completed: Peak[] = [];
  let newest: Peak = { level: 0, n: index, hash };
  for (let left = peaks.at(-1); left && left.level === newest.level; left = peaks.at(-1)) {
    peaks.pop();
    newest = { level: left.level + 1, n: left.n / 2, hash: nodeHash(left.hash, newest.hash) };
    completed.push(newest);
  }
  peaks.push(newest);
  return completed;
}

export function rootOf(peaks: readonly Peak[]): Buffer {
  return joined(peaks.map((peak) => peak.hash));
}
