import { type TreeHead, writeCheckpoint } from './checkpoint.ts';
import type { Signer } from './note.ts';
import { writeProofFile } from './proof-file.ts';
import { consistencyPath, inclusionPath, rootAt } from './proofs.ts';
import {
  findLeaves,
  findSize,
  findSubtrees,
  hashReader,
  insertCheckpoint,
  type LogReader,
  type LogTransaction,
} from './store.ts';
import { entryBundle, hasTile, type Tile, tilePath, tilesOf, treeLevelOf } from './tiles.ts';

/** What a web server sends, as the tlog-tiles specification asks. */
export interface LogResource {
  readonly body: string | Buffer;
  readonly contentType: string;
  /** A tile or a leaf never changes; a checkpoint does. */
  readonly immutable: boolean;
}

/** The signed tree head of now. The same size always gives the same text, so signing again tells nothing new. */
export async function currentCheckpoint(db: LogReader, signer: Signer): Promise<string> {
  return writeCheckpoint(await headNow(db), signer);
}

/** Signs the checkpoint of now and keeps it: what a backup, a receipt or a witness will be held against. */
export async function keepCheckpoint(tx: LogTransaction, signer: Signer, at: Date): Promise<string> {
  const head = await headNow(tx);
  const text = writeCheckpoint(head, signer);
  const key = signer.verifierKey.split('+', 2).join('+');
  await insertCheckpoint(tx, { ...head, key, text, at });
  return text;
}

/**
 * The `.tlog-proof` of a leaf, its own bytes included; undefined when there is no such leaf.
 * Inside the appending transaction it already holds, but must not leave the machine before the commit.
 */
export async function proofFor(db: LogReader, index: number, signer: Signer): Promise<string | undefined> {
  const read = hashReader(db);
  const size = await findSize(db);
  const leaf = index >= 0 && index < size ? (await findLeaves(db, index, index + 1))[0] : undefined;
  if (!leaf) return undefined;
  const path = await inclusionPath(index, size, read);
  const checkpoint = writeCheckpoint({ size, root: await rootAt(size, read) }, signer);
  return writeProofFile({ leaf: leaf.body, index, path, checkpoint });
}

/** One hash a line: shows that the log of `to` leaves begins with the log of `from`. Undefined when it never had those sizes. */
export async function consistencyProof(db: LogReader, from: number, to: number): Promise<string | undefined> {
  if (from < 0 || from > to || to > (await findSize(db))) return undefined;
  const path = await consistencyPath(from, to, hashReader(db));
  return path.map((hash) => `${hash.toString('base64')}\n`).join('');
}

/** A tile or entry bundle, `width` 256 when full; undefined when the log is not that long. */
export async function tile(db: LogReader, wanted: Tile): Promise<LogResource | undefined> {
  if (!hasTile(await findSize(db), wanted)) return undefined;
  const from = wanted.n * 256;
  const to = from + wanted.width;
  const level = treeLevelOf(wanted);
  const leaves = level === 0 ? await findLeaves(db, from, to) : [];
  const body =
    wanted.level === 'entries'
      ? entryBundle(leaves.map((leaf) => leaf.body))
      : Buffer.concat(
          level === 0
            ? leaves.map((leaf) => leaf.leafHash)
            : (await findSubtrees(db, level, from, to)).map((subtree) => subtree.hash),
        );
  return { body, contentType: 'application/octet-stream', immutable: true };
}

/** The exact bytes of a leaf, which are JSON. */
export async function leaf(db: LogReader, index: number): Promise<LogResource | undefined> {
  const [found] = await findLeaves(db, index, index + 1);
  return found && { body: found.body, contentType: 'application/json', immutable: true };
}

/** The whole log as the files an auditor keeps: what `verify/` checks as `log DIR`. */
export async function* exportedFiles(
  db: LogReader,
  signer: Signer,
): AsyncGenerator<{ path: string; body: string | Buffer }> {
  const head = await headNow(db);
  for (const wanted of tilesOf(head.size)) {
    const found = await tile(db, wanted);
    if (found) yield { path: tilePath(wanted), body: found.body };
  }
  // Last, so that a copy cut short is seen to be one.
  yield { path: 'checkpoint', body: writeCheckpoint(head, signer) };
}

async function headNow(db: LogReader): Promise<TreeHead> {
  const size = await findSize(db);
  return { size, root: await rootAt(size, hashReader(db)) };
}
