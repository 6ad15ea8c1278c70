import {
  actBody,
  buildLog,
  type LogRows,
  readerOf,
  testSigner,
} from '../../src/platform/public-log/builders.ts';
import { writeCheckpoint } from '../../src/platform/public-log/checkpoint.ts';
import { type Signer, signerFromSeed } from '../../src/platform/public-log/note.ts';
import { rootAt } from '../../src/platform/public-log/proofs.ts';
import { entryBundle, tilePath, tilesOf, treeLevelOf } from '../../src/platform/public-log/tiles.ts';

/** A log as an outsider meets it: its rows, the checkpoint it serves, and checkpoints others kept from before. */
export interface Meeting {
  readonly rows: LogRows;
  readonly checkpoint: string;
  readonly remembered: readonly string[];
}

/** Another key under the same name. */
export const stranger: Signer = signerFromSeed(testSigner.name, Buffer.alloc(32, 8));

export const bodies = Array.from({ length: 521 }, (_, i) => actBody(i));

/** Logs around the places where trees and tiles change shape. */
export const sizes = [1, 2, 3, 7, 64, 255, 256, 257, 300, 520];
const logs = new Map(sizes.map((size) => [size, buildLog(bodies.slice(0, size))]));

export function honestLog(size: number): LogRows {
  const rows = logs.get(size) ?? buildLog(bodies.slice(0, size));
  return { leaves: [...rows.leaves], subtrees: new Map(rows.subtrees), size };
}

export async function checkpointAt(
  rows: LogRows,
  size: number,
  signer: Signer = testSigner,
): Promise<string> {
  return writeCheckpoint({ size, root: await rootAt(size, readerOf(rows)) }, signer);
}

/** The log of this size, with what somebody kept when it had `kept` leaves. */
export async function honestMeeting(size: number, kept: number): Promise<Meeting> {
  const rows = honestLog(size);
  return {
    rows,
    checkpoint: await checkpointAt(rows, size),
    remembered: [await checkpointAt(rows, kept), await checkpointAt(rows, size)],
  };
}

/** The files a mirror would fetch from a log with these rows. */
export function publishedFiles({ rows, checkpoint }: Meeting): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([['checkpoint', Buffer.from(checkpoint)]]);
  const byIndex = new Map(rows.leaves.map((leaf) => [leaf.index, leaf]));
  for (const tile of tilesOf(rows.size)) {
    const places = Array.from({ length: tile.width }, (_, i) => tile.n * 256 + i);
    const level = treeLevelOf(tile);
    const leaves = places.flatMap((place) => byIndex.get(place) ?? []);
    const hashes =
      level === 0
        ? leaves.map((leaf) => leaf.leafHash)
        : places.flatMap((place) => rows.subtrees.get(`${level}/${place}`)?.hash ?? []);
    files.set(
      tilePath(tile),
      tile.level === 'entries' ? entryBundle(leaves.map((leaf) => leaf.body)) : Buffer.concat(hashes),
    );
  }
  return files;
}
