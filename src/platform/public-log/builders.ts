import type { StoredLeaf, StoredLog } from './audit.ts';
import { leafBytes } from './leaf.ts';
import { type Signer, signerFromSeed } from './note.ts';
import type { HashReader } from './proofs.ts';
import { addLeaf, leafHash, type Peak } from './tree.ts';

/** A log in memory, with the rows a database would hold, for tests to prove and to tamper with. */
export interface LogRows {
  leaves: StoredLeaf[];
  /** Keyed `level/n`, leaves not included. */
  subtrees: Map<string, Peak>;
  size: number;
}

export const testSigner: Signer = signerFromSeed('log.example/council', Buffer.alloc(32, 7));

export function buildLog(bodies: readonly Buffer[]): LogRows {
  const rows: LogRows = { leaves: [], subtrees: new Map(), size: bodies.length };
  const peaks: Peak[] = [];
  for (const [index, body] of bodies.entries()) {
    const hash = leafHash(body);
    rows.leaves.push({ index, body, leafHash: hash, kind: 'call-opened', at: actTime(index) });
    for (const made of addLeaf(peaks, index, hash)) rows.subtrees.set(`${made.level}/${made.n}`, made);
  }
  return rows;
}

/** Leaf `i` of a made-up log of openings of calls. */
export function actBody(i: number): Buffer {
  return leafBytes({
    kind: 'call-opened',
    at: actTime(i),
    body: { id: `call-${i}`, textHash: 'ab'.repeat(32) },
  });
}

export function readerOf(rows: LogRows): HashReader {
  return async (subtrees) =>
    subtrees.map(({ level, n }) => {
      const hash = level === 0 ? rows.leaves[n]?.leafHash : rows.subtrees.get(`${level}/${n}`)?.hash;
      if (!hash) throw new Error(`No hash ${n} of level ${level}`);
      return hash;
    });
}

export function storedRows(rows: LogRows): StoredLog {
  return {
    counts: async () => ({ size: rows.size, leaves: rows.leaves.length, subtrees: rows.subtrees.size }),
    leaves: async (from, to) => rows.leaves.filter((leaf) => leaf.index >= from && leaf.index < to),
    subtrees: async (level, from, to) =>
      Array.from({ length: to - from }, (_, i) => rows.subtrees.get(`${level}/${from + i}`)).filter(
        (found) => found !== undefined,
      ),
  };
}

function actTime(i: number): Date {
  return new Date(Date.UTC(2026, 0, 1) + i * 1000);
}
