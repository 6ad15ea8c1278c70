import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../src/platform/database/testing.ts';
import { actBody, testSigner } from '../../src/platform/public-log/builders.ts';
import {
  appendLeaves,
  consistencyProof,
  currentCheckpoint,
  exportedFiles,
  keepCheckpoint,
  proofFor,
  publishedFile,
  readLeaf,
} from '../../src/platform/public-log/index.ts';
import { checkConsistency, checkLog, checkProof } from '../../verify/checks.mjs';

let database: TestDatabase;
let old: string;
const key = testSigner.verifierKey;
const anyone = () => database.publik.database;
const acts = Array.from({ length: 700 }, (_, i) => readLeaf(actBody(i))).filter((act) => act !== undefined);

beforeAll(async () => {
  database = await testDatabase();
  old = await database.worker.database.transaction().execute(async (tx) => {
    await appendLeaves(tx, acts.slice(0, 257));
    return await keepCheckpoint(tx, testSigner, new Date());
  });
  await database.member.database.transaction().execute((tx) => appendLeaves(tx, acts.slice(257)));
});
afterAll(() => database.close());

describe('what the database publishes, seen by the stand-alone verifier', () => {
  it('is a whole log, in line with the checkpoint kept before', async () => {
    const files = new Map<string, Uint8Array>();
    for await (const { path, body } of exportedFiles(anyone(), testSigner))
      files.set(path, Buffer.from(body));
    expect(checkLog((path) => files.get(path), key, [old])).toMatchObject({ size: 700 });
    for (const [path, bytes] of files) {
      expect(Buffer.from((await publishedFile(anyone(), testSigner, path))?.body ?? '')).toEqual(bytes);
    }
  });

  it('proves each leaf', async () => {
    for (const index of [0, 1, 255, 256, 511, 512, 699]) {
      const proof = (await proofFor(anyone(), index, testSigner)) ?? '';
      expect(checkProof(proof, key, actBody(index))).toMatchObject({ index });
    }
  });

  it('proves that it only grew', async () => {
    const proof = (await consistencyProof(anyone(), 257, 700)) ?? '';
    const now = await currentCheckpoint(anyone(), testSigner);
    expect(checkConsistency(old, now, proof, key)).toMatchObject({
      older: { size: 257 },
      newer: { size: 700 },
    });
  });
});
