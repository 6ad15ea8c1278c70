import path from 'node:path';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { type FileKind, type FileStore, fileKinds, fileStore } from '../../../platform/files/index.ts';
import type { World } from '../../../world.ts';
import type { KeptFile } from '../rules/fact.ts';

const megabytesEach = 10;
// oxlint-disable-next-line no-control-regex -- control and direction signs hide what a name is
const dangerous = /[\u0000-\u001f\u007f"<>:|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

export function filesOf(world: World): FileStore {
  return fileStore(path.join(world.config.dataDir, 'files'));
}

/** Checks and keeps a document, before the transaction that names it. @throws Refusal at the field `file` */
export async function keepFile(world: World, file: File): Promise<KeptFile> {
  try {
    const { sha256, size, kind } = await filesOf(world).put(new Uint8Array(await file.arrayBuffer()), {
      accept: Object.keys(fileKinds) as FileKind[],
      limitBytes: megabytesEach * 1_000_000,
    });
    if (!kind) throw new Refusal(because('city-record:link-or-file'));
    const name = (file.name.split(/[/\\]/).at(-1) ?? '').replaceAll(dangerous, '').trim().slice(-200);
    return { sha256, size, kind, name: name || 'file' };
  } catch (error) {
    throw error instanceof Refusal ? Object.assign(error, { field: 'file' }) : error;
  }
}
