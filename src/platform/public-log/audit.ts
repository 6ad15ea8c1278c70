import { openCheckpoint, type TreeHead } from './checkpoint.ts';
import { readLeaf } from './leaf.ts';
import type { Verifier } from './note.ts';
import { addLeaf, leafHash, type Peak, rootOf } from './tree.ts';

export interface StoredLeaf {
  readonly index: number;
  readonly body: Buffer;
  readonly leafHash: Buffer;
  readonly kind: string;
  readonly at: Date;
}

/** A stored log as it lies: rows in a database, or their copy. */
export interface StoredLog {
  /** All from one moment: what the head row says, and how many rows there are. */
  counts(): Promise<{ readonly size: number; readonly leaves: number; readonly subtrees: number }>;
  leaves(from: number, to: number): Promise<readonly StoredLeaf[]>;
  subtrees(level: number, from: number, to: number): Promise<readonly Peak[]>;
}

export type LogFaultKind =
  | 'leaf-missing'
  | 'leaf-hash-differs'
  | 'leaf-columns-differ'
  | 'leaves-beyond-head'
  | 'subtree-missing'
  | 'subtree-differs'
  | 'subtrees-too-many'
  | 'checkpoint-not-signed'
  | 'checkpoint-beyond-log'
  | 'checkpoint-contradicted';

/** `at` is a leaf's index, the first leaf of a subtree, or a checkpoint's size. */
export interface LogFault {
  readonly kind: LogFaultKind;
  readonly at: number;
}

export interface LogReport {
  readonly size: number;
  readonly root: Buffer;
  /** Empty when the log is whole; at most 100 are told. */
  readonly faults: readonly LogFault[];
}

const batch = 4096;
const faultsTold = 100;

/**
 * Recomputes everything from the leaves and compares: hashes, columns, subtrees, numbers, and every checkpoint given.
 * A database rewritten as a whole agrees with itself: only checkpoints kept outside it can show that.
 */
export async function auditLog(
  log: StoredLog,
  checkpoints: readonly string[],
  verifiers: readonly Verifier[],
): Promise<LogReport> {
  const { size, leaves, subtrees } = await log.counts();
  const faults: LogFault[] = [];
  const heads = opened(checkpoints, verifiers, size, faults);
  const peaks: Peak[] = [];
  compareHeads(heads, 0, peaks, faults);
  for (let from = 0; from < size && faults.length < faultsTold; from += batch) {
    const to = Math.min(from + batch, size);
    const rows = await log.leaves(from, to);
    const byIndex = new Map(rows.map((row) => [row.index, row]));
    const completed: Peak[] = [];
    for (let index = from; index < to; index++) {
      const row = byIndex.get(index);
      // Without the leaf nothing after it can be recomputed.
      if (!row)
        return { size, root: rootOf(peaks), faults: [...faults, { kind: 'leaf-missing', at: index }] };
      const hash = leafHash(row.body);
      if (!hash.equals(row.leafHash)) faults.push({ kind: 'leaf-hash-differs', at: index });
      if (!columnsAgree(row)) faults.push({ kind: 'leaf-columns-differ', at: index });
      completed.push(...addLeaf(peaks, index, hash));
      compareHeads(heads, index + 1, peaks, faults);
    }
    faults.push(...(await compareSubtrees(log, completed)));
  }
  if (leaves !== size) faults.push({ kind: 'leaves-beyond-head', at: size });
  if (subtrees > size - peaks.length) faults.push({ kind: 'subtrees-too-many', at: size });
  return { size, root: rootOf(peaks), faults: faults.slice(0, faultsTold) };
}

function opened(
  checkpoints: readonly string[],
  verifiers: readonly Verifier[],
  size: number,
  faults: LogFault[],
): Map<number, TreeHead[]> {
  const heads = new Map<number, TreeHead[]>();
  for (const text of checkpoints) {
    const head = firstOpened(text, verifiers);
    if (!head) faults.push({ kind: 'checkpoint-not-signed', at: size });
    else if (head.size > size) faults.push({ kind: 'checkpoint-beyond-log', at: head.size });
    else heads.set(head.size, [...(heads.get(head.size) ?? []), head]);
  }
  return heads;
}

function firstOpened(text: string, verifiers: readonly Verifier[]): TreeHead | undefined {
  for (const verifier of verifiers) {
    const head = openCheckpoint(text, verifier);
    if (head) return head;
  }
  return undefined;
}

function compareHeads(
  heads: Map<number, TreeHead[]>,
  size: number,
  peaks: readonly Peak[],
  faults: LogFault[],
): void {
  const claimed = heads.get(size) ?? [];
  if (claimed.length === 0) return;
  const root = rootOf(peaks);
  if (claimed.some((head) => !head.root.equals(root)))
    faults.push({ kind: 'checkpoint-contradicted', at: size });
}

function columnsAgree(row: StoredLeaf): boolean {
  const act = readLeaf(row.body);
  return act !== undefined && act.kind === row.kind && act.at.getTime() === row.at.getTime();
}

async function compareSubtrees(log: StoredLog, completed: readonly Peak[]): Promise<LogFault[]> {
  const faults: LogFault[] = [];
  const levels = Map.groupBy(completed, (subtree) => subtree.level);
  for (const [level, expected] of levels) {
    const from = expected[0]?.n ?? 0;
    const stored = await log.subtrees(level, from, from + expected.length);
    const byPlace = new Map(stored.map((subtree) => [subtree.n, subtree.hash]));
    for (const { n, hash } of expected) {
      const found = byPlace.get(n);
      if (!found) faults.push({ kind: 'subtree-missing', at: n * 2 ** level });
      else if (!found.equals(hash)) faults.push({ kind: 'subtree-differs', at: n * 2 ** level });
    }
  }
  return faults;
}
