import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';

/** Makes a folder's list of names survive a power cut: on Linux a file may be safe while its name is not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Gives a finished, synced file its final name; when this returns, the name survives a power cut.
 * The name appears all at once: nobody ever sees half a file under it.
 */
export async function moveDurably(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  const firstMade = await mkdir(folder, { recursive: true });
  await rename(from, to);
  await syncFolder(folder);
  if (firstMade) await syncFoldersAbove(folder, path.dirname(firstMade));
}

/** Each new folder is itself a name in the one above it. */
async function syncFoldersAbove(folder: string, top: string): Promise<void> {
  const above = path.dirname(folder);
  await syncFolder(above);
  if (above !== top && above !== path.dirname(above)) await syncFoldersAbove(above, top);
}
