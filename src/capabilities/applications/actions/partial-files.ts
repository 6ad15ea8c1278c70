import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import yauzl from 'yauzl';
import type { World } from '../../../world.ts';

/** Where bytes wait until a file is whole. A name is an id of ours: never what a person typed. */
function placeOf(world: World, id: string): string {
  return path.join(world.config.dataDir, 'uploads', id);
}

/** How many bytes have come; 0 for none. */
export async function bytesHere(world: World, id: string): Promise<number> {
  return (await stat(placeOf(world, id)).catch(() => undefined))?.size ?? 0;
}

/**
 * Writes what comes from `offset` on, and keeps what came when the sender breaks off: that is what makes it resume.
 * @returns how many bytes are here now, synced; never more than `limit`
 */
export async function takeBytes(
  world: World,
  id: string,
  offset: number,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<number> {
  const place = placeOf(world, id);
  await mkdir(path.dirname(place), { recursive: true });
  const handle = await open(place, offset === 0 ? 'w' : 'r+', 0o600);
  let at = offset;
  try {
    for await (const chunk of content) {
      const wanted = chunk.subarray(0, Math.max(0, limit - at));
      await handle.write(wanted, 0, wanted.length, at);
      at += wanted.length;
      if (wanted.length < chunk.length) break;
    }
  } catch {
    // The line was cut: what came is kept, and the sender asks from where to go on.
  } finally {
    await handle.sync();
    await handle.close();
  }
  return at;
}

export async function hashHere(world: World, id: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(placeOf(world, id))) hash.update(part as Buffer);
  return hash.digest('hex');
}

export function readHere(world: World, id: string): AsyncIterable<Uint8Array> {
  return createReadStream(placeOf(world, id));
}

export async function discardHere(world: World, id: string): Promise<void> {
  await rm(placeOf(world, id), { force: true });
}

/** A program inside an Office file, whatever its name and its list of contents say. */
export async function carriesMacros(world: World, id: string): Promise<boolean> {
  return await new Promise((resolve) => {
    yauzl.open(placeOf(world, id), { lazyEntries: true }, (trouble, archive) => {
      if (trouble) return resolve(false);
      archive.on('entry', (entry: yauzl.Entry) => {
        if (!/vbaProject\.bin$|^Basic\/|vbaData\.xml$/i.test(entry.fileName)) return archive.readEntry();
        archive.close();
        resolve(true);
      });
      archive.on('end', () => resolve(false));
      archive.on('error', () => resolve(false));
      archive.readEntry();
    });
  });
}
