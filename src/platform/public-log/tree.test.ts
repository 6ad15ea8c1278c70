import { describe, expect, it } from 'vitest';
import { buildLog, readerOf } from './builders.ts';
import { consistencyPath, inclusionPath, rootAt } from './proofs.ts';
import { completeSubtrees, leafHash, nodeHash, splitOf } from './tree.ts';
import { isExtension, isIncluded } from './verification.ts';

// The reference tree of Certificate Transparency (transparency-dev/merkle, testonly), used as facts only.
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const reference = buildLog(inputs.map((hex) => Buffer.from(hex, 'hex')));
const read = readerOf(reference);
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

describe('the Merkle tree of RFC 6962', () => {
  it.each(roots.map((root, size) => ({ root, size })))(
    'has the reference root at size $size',
    async ({ root, size }) => {
      expect((await rootAt(size, read)).toString('hex')).toBe(root);
    },
  );

  it('gives the reference inclusion proofs', async () => {
    expect(hex(await inclusionPath(0, 8, read))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(await inclusionPath(5, 8, read))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('gives the reference consistency proofs', async () => {
    expect(hex(await consistencyPath(1, 1, read))).toEqual([]);
    expect(hex(await consistencyPath(6, 8, read))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(await consistencyPath(2, 5, read))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('splits at the largest power of two below the width, not in the middle', () => {
    expect([2, 3, 4, 5, 8, 9, 1000].map(splitOf)).toEqual([1, 2, 2, 4, 4, 8, 512]);
  });

  it('covers seven leaves with subtrees of four, two and one', () => {
    expect(completeSubtrees(0, 7)).toEqual([
      { level: 2, n: 0 },
      { level: 1, n: 2 },
      { level: 0, n: 6 },
    ]);
  });
});

describe('a log of every size up to 40', () => {
  const log = buildLog(Array.from({ length: 40 }, (_, i) => Buffer.of(i)));
  const readLog = readerOf(log);

  it('proves every leaf, and nothing in another place, size or tree', async () => {
    for (let size = 1; size <= 40; size++) {
      const root = await rootAt(size, readLog);
      for (let index = 0; index < size; index++) {
        const path = await inclusionPath(index, size, readLog);
        const leaf = { index, hash: leafHash(Buffer.of(index)) };
        expect(isIncluded(leaf, { size, root }, path)).toBe(true);
        expect(isIncluded({ ...leaf, index: index + 1 }, { size, root }, path)).toBe(false);
        expect(isIncluded({ ...leaf, hash: leafHash(Buffer.of(99)) }, { size, root }, path)).toBe(false);
        expect(isIncluded(leaf, { size, root }, [...path, root])).toBe(false);
        expect(isIncluded(leaf, { size, root: nodeHash(root, root) }, path)).toBe(false);
        if (path.length > 0) expect(isIncluded(leaf, { size, root }, path.slice(1))).toBe(false);
      }
    }
  });

  it('proves that it only grew, and not that another log did', async () => {
    for (let to = 1; to <= 40; to++) {
      const newer = { size: to, root: await rootAt(to, readLog) };
      for (let from = 0; from <= to; from++) {
        const older = { size: from, root: await rootAt(from, readLog) };
        const path = await consistencyPath(from, to, readLog);
        expect(isExtension(older, newer, path)).toBe(true);
        expect(isExtension({ ...older, root: leafHash(older.root) }, newer, path)).toBe(false);
        expect(isExtension(older, newer, [...path, newer.root])).toBe(false);
        if (from > 0 && from < to) {
          expect(isExtension(older, { ...newer, root: leafHash(newer.root) }, path)).toBe(false);
          expect(isExtension(older, newer, path.slice(0, -1))).toBe(false);
          expect(isExtension(newer, older, path)).toBe(false);
        }
      }
    }
  });
});

describe('a log of 100,000 leaves', () => {
  it('stores one hash above for each leaf but its peaks, and proves a leaf with 17', async () => {
    const log = buildLog(Array.from({ length: 100_000 }, (_, i) => Buffer.from(`act ${i}`)));
    const readLog = readerOf(log);
    const peaks = completeSubtrees(0, 100_000).length;
    expect(log.subtrees.size).toBe(100_000 - peaks);
    const root = await rootAt(100_000, readLog);
    for (const index of [0, 1, 255, 256, 65_535, 65_536, 99_999]) {
      const path = await inclusionPath(index, 100_000, readLog);
      const leaf = { index, hash: leafHash(Buffer.from(`act ${index}`)) };
      expect(path.length).toBeLessThanOrEqual(17);
      expect(isIncluded(leaf, { size: 100_000, root }, path)).toBe(true);
    }
    const older = { size: 77_777, root: await rootAt(77_777, readLog) };
    const path = await consistencyPath(77_777, 100_000, readLog);
    expect(isExtension(older, { size: 100_000, root }, path)).toBe(true);
  });
});
