import path from 'node:path';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { type FileKind, type FileStore, fileKinds, fileStore } from '../../../platform/files/index.ts';
import type { World } from '../../../world.ts';
import type { Attachment } from '../store/messages.ts';

export const acceptedKinds = Object.keys(fileKinds) as FileKind[];
// oxlint-disable-next-line no-control-regex -- control and direction signs hide what a name is
const dangerous = /[\u0000-\u001f\u007f"<>:|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;
const filesAtMost = 5;
const megabytesEach = 10;

export function filesOf(world: World): FileStore {
  return fileStore(path.join(world.config.dataDir, 'files'));
}

/**
 * Keeps what a form carried, before the transaction that names it: a file nobody names is harmless, a name without a file is not.
 * @throws Refusal for the first that is too large, of a kind we do not take, or one too many
 */
export async function keepUploads(
  world: World,
  uploads: readonly (readonly [field: string, file: File])[],
): Promise<Attachment[]> {
  if (uploads.length > filesAtMost)
    throw atFiles(new Refusal(because('support-desk:too-many-files', { max: filesAtMost })));
  const kept: Attachment[] = [];
  for (const [, file] of uploads) {
    try {
      const { sha256, size, kind } = await filesOf(world).put(new Uint8Array(await file.arrayBuffer()), {
        accept: acceptedKinds,
        limitBytes: megabytesEach * 1_000_000,
      });
      kept.push({ id: world.newId(), name: fileName(file.name), kind, size, sha256, state: 'checked' });
    } catch (error) {
      throw error instanceof Refusal ? atFiles(error) : error;
    }
  }
  return kept;
}

function atFiles(refusal: Refusal): Refusal {
  return Object.assign(refusal, { field: 'files' });
}

/** The last part of a name, without what could act in a header or a path. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(dangerous, '').trim();
  return plain.slice(-200) || 'file';
}
