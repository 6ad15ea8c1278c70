import { describe, expect, it } from 'vitest';
import { entryBundle, hasTile, tileFromPath, tilePath, tilesOf } from './tiles.ts';

describe('the path of a tile', () => {
  it.each([
    ['tile/0/x001/x234/067', { level: 0, n: 1_234_067, width: 256 }],
    ['tile/entries/000.p/1', { level: 'entries', n: 0, width: 1 }],
    ['tile/63/999.p/255', { level: 63, n: 999, width: 255 }],
    ['tile/1/x001/000', { level: 1, n: 1000, width: 256 }],
  ] as const)('is %s, there and back', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(tileFromPath(path)).toEqual(tile);
  });

  it.each([
    'tile/00/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/05',
    'tile/64/000',
    'tile/-1/000',
    'tile/data/000',
    'tile/0/001/002',
    'tile/0/../000',
    'tile/0/000/',
  ])('is never %s', (path) => expect(tileFromPath(path)).toBeUndefined());
});

describe('the tiles of a log', () => {
  it('of 70,000 leaves are those the specification counts', () => {
    const tiles = [...tilesOf(70_000)];
    const count = (level: number | 'entries', full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full);
    expect(count('entries', true)).toHaveLength(273);
    expect(count(0, true)).toHaveLength(273);
    expect(count(0, false)).toEqual([{ level: 0, n: 273, width: 112 }]);
    expect(count(1, true)).toHaveLength(1);
    expect(count(1, false)).toEqual([{ level: 1, n: 1, width: 17 }]);
    expect(count(2, false)).toEqual([{ level: 2, n: 0, width: 1 }]);
    expect(tiles.every((tile) => hasTile(70_000, tile))).toBe(true);
  });

  it('do not reach beyond its end', () => {
    expect([...tilesOf(0)]).toEqual([]);
    expect(hasTile(256, { level: 1, n: 0, width: 1 })).toBe(true);
    expect(hasTile(255, { level: 1, n: 0, width: 1 })).toBe(false);
    expect(hasTile(300, { level: 0, n: 1, width: 45 })).toBe(false);
  });

  it('of entries put each length in two bytes before its entry', () => {
    expect(
      entryBundle([Buffer.from('ab'), Buffer.alloc(300, 1)])
        .subarray(0, 6)
        .toString('hex'),
    ).toBe('00026162012c');
  });
});
