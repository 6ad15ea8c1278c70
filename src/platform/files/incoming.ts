import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { because, Refusal } from '../../kernel/refusal.ts';

/** A file written and synced under a name of no meaning, not yet part of the store. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/**
 * Writes bytes as they come, counting and hashing.
 * @throws Refusal when it is empty or above the limit; nothing stays behind then, nor when the sender breaks off
 */
export async function receive(
  folder: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limitBytes: number,
): Promise<IncomingFile> {
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, randomUUID());
  const handle = await open(target, 'wx', 0o440);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > limitBytes) throw new Refusal(because('files:too-large', { megabytes: limitBytes / 1e6 }));
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (size === 0) throw new Refusal(because('files:empty'));
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close();
    await rm(target, { force: true });
    throw error;
  }
  return { path: target, sha256: hash.digest('hex'), size };
}

/** Removes what a killed program left half-written: files nobody touched for a day. */
export async function discardUnfinished(folder: string, now: Date): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let discarded = 0;
  for (const name of names) {
    const file = path.join(folder, name);
    if (now.getTime() - (await stat(file)).mtimeMs < 24 * 3600 * 1000) continue;
    await rm(file, { force: true });
    discarded += 1;
  }
  return discarded;
}
