import { leafBytes, type PublicAct } from './leaf.ts';
import type { StoredLeaf } from './audit.ts';
import { hashReader, insertLeaves, type LogTransaction, lockHead } from './store.ts';
import { addLeaf, completeSubtrees, leafHash, type Peak } from './tree.ts';

/** Bind parameters of one statement stay a few megabytes. */
const atOnce = 10_000;

/**
 * Adds one public act to the log, in the act's own transaction: both happen or neither.
 * Call it last: from here to the commit nobody else can append.
 */
export async function appendLeaf(tx: LogTransaction, act: PublicAct): Promise<{ index: number }> {
  const { from } = await appendLeaves(tx, [act]);
  return { index: from };
}

/** The same for many, in order: they take the places `from` up to `to`. */
export async function appendLeaves(
  tx: LogTransaction,
  acts: readonly PublicAct[],
): Promise<{ from: number; to: number }> {
  const bodies = acts.map(leafBytes);
  const from = await lockHead(tx);
  const peaks = await peaksAt(tx, from);
  for (let start = 0; start < acts.length; start += atOnce) {
    const leaves: StoredLeaf[] = [];
    const completed: Peak[] = [];
    for (const [i, act] of acts.slice(start, start + atOnce).entries()) {
      const index = from + start + i;
      const body = bodies[start + i] as Buffer;
      const hash = leafHash(body);
      leaves.push({ index, body, leafHash: hash, kind: act.kind, at: act.at });
      completed.push(...addLeaf(peaks, index, hash));
    }
    await insertLeaves(tx, leaves, completed, from + start + leaves.length);
  }
  return { from, to: from + acts.length };
}

async function peaksAt(tx: LogTransaction, size: number): Promise<Peak[]> {
  const subtrees = completeSubtrees(0, size);
  const hashes = await hashReader(tx)(subtrees);
  return subtrees.map((subtree, i) => ({ ...subtree, hash: hashes[i] as Buffer }));
}
