import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing.ts';
import { buildLog, readerOf, testSigner } from './builders.ts';
import {
  appendLeaf,
  appendLeaves,
  checkCommitment,
  checkLog,
  commitTo,
  consistencyProof,
  currentCheckpoint,
  eraseSalt,
  openCheckpoint,
  type PublicAct,
  proofFault,
  proofFor,
  publishedFile,
  tile,
  verifierFromKey,
} from './index.ts';
import { leafBytes } from './leaf.ts';
import type { Verifier } from './note.ts';
import { rootAt } from './proofs.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const verifier = verifierFromKey(testSigner.verifierKey) as Verifier;
const keys = [testSigner.verifierKey];
const act = (n: number): PublicAct => ({
  kind: 'claim-verified',
  at: new Date(1_780_000_000_000 + n),
  body: { id: `claim-${n}`, amountMinor: n },
});
const member = () => database.member.database;
const anyone = () => database.publik.database;
const append = (n: number) =>
  member()
    .transaction()
    .execute((tx) => appendLeaf(tx, act(n)));

async function sizeNow(): Promise<number> {
  return openCheckpoint(await currentCheckpoint(anyone(), testSigner), verifier)?.size ?? -1;
}

describe('the public log in the database', () => {
  it('starts empty, signed and whole', async () => {
    expect(await sizeNow()).toBe(0);
    expect((await checkLog(anyone(), keys)).faults).toEqual([]);
  });

  it('gives places without gaps to acts that race, and none to an act undone', async () => {
    const before = await sizeNow();
    const undone = member()
      .transaction()
      .execute(async (tx) => {
        await appendLeaf(tx, act(999));
        throw new Error('the rule said no');
      });
    const places = Promise.all(Array.from({ length: 20 }, (_, i) => append(i)));
    await expect(undone).rejects.toThrow('the rule said no');
    const taken = (await places).map(({ index }) => index).toSorted((a, b) => a - b);
    expect(taken).toEqual(Array.from({ length: 20 }, (_, i) => before + i));
    expect((await checkLog(anyone(), keys)).faults).toEqual([]);
  });

  it('takes 25,000 at once and has the root that the leaves alone give', async () => {
    const before = await sizeNow();
    const acts = Array.from({ length: 25_000 }, (_, i) => act(i));
    const { from, to } = await member()
      .transaction()
      .execute((tx) => appendLeaves(tx, acts));
    expect([from, to]).toEqual([before, before + 25_000]);
    const stored = await sql<{ body: Buffer }>`select body from public_log.leaf order by index`.execute(
      anyone(),
    );
    expect(stored.rows.slice(before).map((row) => row.body)).toEqual(acts.map(leafBytes));
    const root = await rootAt(to, readerOf(buildLog(stored.rows.map((row) => row.body))));
    expect(await checkLog(anyone(), keys)).toEqual({ size: to, root, faults: [] });
  });

  it('proves a leaf to anyone, already inside the transaction that appends it', async () => {
    const { index, inside } = await member()
      .transaction()
      .execute(async (tx) => {
        const { index } = await appendLeaf(tx, act(7));
        return { index, inside: await proofFor(tx, index, testSigner) };
      });
    expect(proofFault(inside ?? '', verifier, leafBytes(act(7)))).toBeUndefined();
    await append(8);
    const later = (await proofFor(anyone(), index, testSigner)) ?? '';
    expect(proofFault(later, verifier, leafBytes(act(7)))).toBeUndefined();
    expect(later).not.toBe(inside);
    expect(await proofFor(anyone(), 1e9, testSigner)).toBeUndefined();
  });

  it.each([
    'tile/0/999',
    'tile/0/0',
    'proof/x',
    'proof',
    'leaf/99999999',
    'consistency/9/1',
    'consistency/0/99999999',
    '',
  ])('publishes nothing as "%s"', async (path) =>
    expect(await publishedFile(anyone(), testSigner, path)).toBeUndefined(),
  );

  it('says how each published thing is to be sent', async () => {
    const sent = async (path: string) => {
      const { contentType, immutable } = (await publishedFile(anyone(), testSigner, path)) ?? {};
      return [contentType, immutable];
    };
    expect(await sent('checkpoint')).toEqual(['text/plain; charset=utf-8', false]);
    expect(await sent('proof/3')).toEqual(['text/plain; charset=utf-8', false]);
    expect(await sent('consistency/3/9')).toEqual(['text/plain; charset=utf-8', false]);
    expect(await sent('leaf/3')).toEqual(['application/json', true]);
    expect(await sent('tile/1/000.p/7')).toEqual(['application/octet-stream', true]);
    expect((await tile(anyone(), { level: 1, n: 0, width: 7 }))?.body).toHaveLength(7 * 32);
    expect(await consistencyProof(anyone(), 3, 3)).toBe('');
  });
});

describe('nobody changes what the log holds', () => {
  it.each([
    'update public_log.leaf set kind = kind',
    'delete from public_log.interior',
    'truncate public_log.checkpoint',
    'update public_log.head set size = 0',
  ])('not a member, the public or the owner: %s', async (statement) => {
    for (const connection of [database.member, database.publik, database.owner]) {
      await expect(connection.pool.query(statement)).rejects.toThrow(
        /permission denied|only ever added|not shrink/,
      );
    }
  });

  it('and the public appends nothing and reads no salt', async () => {
    const attempt = anyone()
      .transaction()
      .execute((tx) => appendLeaf(tx, act(1)));
    await expect(attempt).rejects.toThrow('permission denied');
    await expect(database.publik.pool.query('select * from public_log.salt')).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('a commitment in the log', () => {
  it('opens with its salt, and means nothing once that is erased, while the log stays whole', async () => {
    const worker = database.worker.database;
    const id = randomUUID();
    const committed = await worker.transaction().execute(async (tx) => {
      const committed = await commitTo(tx, id, 'Amina Diallo', randomBytes(32));
      await appendLeaf(tx, {
        kind: 'signature-given',
        at: new Date(),
        body: { salt: id, signer: committed },
      });
      return committed;
    });
    expect(await checkCommitment(worker, id, committed, 'Amina Diallo')).toBe('same');
    expect(await checkCommitment(worker, id, committed, 'Amina Dialo')).toBe('other');
    await worker.transaction().execute((tx) => eraseSalt(tx, id));
    expect(await checkCommitment(worker, id, committed, 'Amina Diallo')).toBe('erased');
    expect((await checkLog(anyone(), keys)).faults).toEqual([]);
  });
});
