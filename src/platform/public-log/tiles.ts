import { wholeNumber } from './checkpoint.ts';

/**
 * A run of up to 256 neighbouring hashes at every eighth level of the tree, or of the entries themselves.
 * @source c2sp.org/tlog-tiles
 */
export interface Tile {
  readonly level: number | 'entries';
  readonly n: number;
  /** How many hashes or entries: 256 for a full tile. */
  readonly width: number;
}

const full = 256;

export function tilePath(tile: Tile): string {
  const digits = String(tile.n).padStart(Math.ceil(String(tile.n).length / 3) * 3, '0');
  const groups = digits.match(/.{3}/g) ?? [];
  const place = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${tile.level}/${place}${tile.width === full ? '' : `.p/${tile.width}`}`;
}

/** Reads `tile/0/x001/234.p/5`; undefined for any other spelling. */
export function tileFromPath(path: string): Tile | undefined {
  const [, kind = '', place = '', part] =
    /^tile\/([^/]+)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]+))?$/.exec(path) ?? [];
  const level: Tile['level'] | undefined = kind === 'entries' ? 'entries' : wholeNumber(kind);
  const n = Number(place.replaceAll(/[x/]/g, ''));
  const width = part === undefined ? full : wholeNumber(part);
  if (level === undefined || width === undefined || !Number.isSafeInteger(n)) return undefined;
  const tile = { level, n, width };
  return tilePath(tile) === path && isTile(tile) && (part === undefined || width < full) ? tile : undefined;
}

/** Whether a log of this size has the tile, full or in part. */
export function hasTile(size: number, tile: Tile): boolean {
  return isTile(tile) && tile.n * full + tile.width <= Math.floor(size / leavesPerHash(tile));
}

/** The level of the tree's hashes in the tile. */
export function treeLevelOf(tile: Tile): number {
  return tile.level === 'entries' ? 0 : tile.level * 8;
}

/** All tiles a log of this size publishes, entries first. */
export function* tilesOf(size: number): Generator<Tile> {
  for (const level of ['entries', 0, 1, 2, 3, 4, 5, 6, 7] as const) {
    const count = Math.floor(size / leavesPerHash({ level, n: 0, width: full }));
    for (let n = 0; n * full < count; n++) yield { level, n, width: Math.min(full, count - n * full) };
  }
}

/** Each entry after its length in two bytes. */
export function entryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

function isTile(tile: Tile): boolean {
  const leveled = tile.level === 'entries' || (tile.level >= 0 && tile.level <= 63);
  return leveled && tile.n >= 0 && tile.width >= 1 && tile.width <= full;
}

function leavesPerHash(tile: Tile): number {
  return 2 ** treeLevelOf(tile);
}
