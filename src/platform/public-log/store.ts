import { type QueryExecutorProvider, sql } from 'kysely';
import type { StoredLeaf, StoredLog } from './audit.ts';
import type { HashReader } from './proofs.ts';
import type { Peak, Subtree } from './tree.ts';

/** The database or a transaction. */
export type LogReader = QueryExecutorProvider;
/** Appending outside a transaction would let two leaves take one place: the type forbids it. */
export type LogTransaction = QueryExecutorProvider & { readonly isTransaction: true };

type Whole = bigint | number | string;

export async function findSize(db: LogReader): Promise<number> {
  const { rows } = await sql<{ size: Whole }>`select size from public_log.head`.execute(db);
  return Number(rows[0]?.size ?? 0);
}

/** Waits for whoever appends now, and makes others wait until this transaction ends: lock it last. */
export async function lockHead(tx: LogTransaction): Promise<number> {
  const { rows } = await sql<{ size: Whole }>`select size from public_log.head for update`.execute(tx);
  const head = rows[0];
  if (!head) throw new Error('The public log has no head row');
  return Number(head.size);
}

/** @throws Error when one is not stored: the log is damaged, or the subtree is not complete yet */
export function hashReader(db: LogReader): HashReader {
  return async (subtrees) => {
    if (subtrees.length === 0) return [];
    const { rows } = await sql<{ hash: Buffer | null; level: number; n: Whole }>`
      select asked.level, asked.n, coalesce(leaf.leaf_hash, interior.hash) as hash
      from unnest(${subtrees.map((subtree) => subtree.level)}::int[], ${subtrees.map((subtree) => subtree.n)}::bigint[])
        with ordinality as asked (level, n, place)
      left join public_log.leaf on asked.level = 0 and leaf.index = asked.n
      left join public_log.interior on interior.level = asked.level and interior.n = asked.n
      order by asked.place`.execute(db);
    return rows.map((row) => {
      if (!row.hash) throw new Error(`The public log lacks hash ${Number(row.n)} of level ${row.level}`);
      return row.hash;
    });
  };
}

/** Adds leaves, the subtrees they complete, and moves the head, in one statement. */
export async function insertLeaves(
  tx: LogTransaction,
  leaves: readonly StoredLeaf[],
  completed: readonly Peak[],
  size: number,
): Promise<void> {
  await sql`with added as (
      insert into public_log.leaf (index, body, leaf_hash, kind, at)
      select * from unnest(${leaves.map((leaf) => leaf.index)}::bigint[], ${leaves.map((leaf) => leaf.body)}::bytea[],
        ${leaves.map((leaf) => leaf.leafHash)}::bytea[], ${leaves.map((leaf) => leaf.kind)}::text[],
        ${leaves.map((leaf) => leaf.at.toISOString())}::timestamptz[])
    ), built as (
      insert into public_log.interior (level, n, hash)
      select * from unnest(${completed.map((subtree) => subtree.level)}::smallint[],
        ${completed.map((subtree) => subtree.n)}::bigint[], ${completed.map((subtree) => subtree.hash)}::bytea[])
    )
    update public_log.head set size = ${size}`.execute(tx);
}

export async function findLeaves(db: LogReader, from: number, to: number): Promise<StoredLeaf[]> {
  const { rows } = await sql<{ index: Whole; body: Buffer; leaf_hash: Buffer; kind: string; at: Date }>`
    select index, body, leaf_hash, kind, at from public_log.leaf where index >= ${from} and index < ${to}
    order by index`.execute(db);
  return rows.map((row) => ({
    index: Number(row.index),
    body: row.body,
    leafHash: row.leaf_hash,
    kind: row.kind,
    at: row.at,
  }));
}

/** Neighbouring hashes of one level above the leaves. */
export async function findSubtrees(db: LogReader, level: number, from: number, to: number): Promise<Peak[]> {
  const { rows } = await sql<Omit<Subtree, 'n'> & { n: Whole; hash: Buffer }>`
    select level, n, hash from public_log.interior where level = ${level} and n >= ${from} and n < ${to}
    order by n`.execute(db);
  return rows.map((row) => ({ level: row.level, n: Number(row.n), hash: row.hash }));
}

export async function findCheckpoints(db: LogReader): Promise<string[]> {
  const { rows } = await sql<{
    text: string;
  }>`select text from public_log.checkpoint order by size, key`.execute(db);
  return rows.map((row) => row.text);
}

export async function insertCheckpoint(
  tx: LogTransaction,
  kept: {
    readonly size: number;
    readonly key: string;
    readonly root: Buffer;
    readonly text: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`insert into public_log.checkpoint (size, key, root, text, signed_at)
    values (${kept.size}, ${kept.key}, ${kept.root}, ${kept.text}, ${kept.at}) on conflict do nothing`.execute(
    tx,
  );
}

/** The log as its rows, for the audit. */
export function storedLog(db: LogReader): StoredLog {
  return {
    async counts() {
      // One statement, so that a log that grows meanwhile does not look damaged.
      const { rows } = await sql<{ size: Whole; leaves: Whole; subtrees: Whole }>`
        select (select size from public_log.head) as size, (select count(*) from public_log.leaf) as leaves,
          (select count(*) from public_log.interior) as subtrees`.execute(db);
      const row = rows[0];
      return {
        size: Number(row?.size ?? 0),
        leaves: Number(row?.leaves ?? 0),
        subtrees: Number(row?.subtrees ?? 0),
      };
    },
    leaves: (from, to) => findLeaves(db, from, to),
    subtrees: (level, from, to) => findSubtrees(db, level, from, to),
  };
}
