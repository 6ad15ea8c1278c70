import path from 'node:path';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { type FileKind, type FileStore, fileStore } from '../../../platform/files/index.ts';
import type { World } from '../../../world.ts';
import type { Paper } from '../store/papers.ts';

const acceptedKinds: readonly FileKind[] = ['pdf', 'png', 'jpg', 'webp', 'docx', 'odt'];
export const papersAtMost = 3;
const megabytesEach = 10;
// oxlint-disable-next-line no-control-regex -- control and direction signs hide what a name is
const dangerous = /[\u0000-\u001f\u007f"<>:|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

export function papersStore(world: World): FileStore {
  return fileStore(path.join(world.config.dataDir, 'files'));
}

/**
 * Keeps what a form carried, judged by its content, before the transaction that names it. What is kept is served to nobody but
 * those who verify, as a download that cannot act.
 * @throws Refusal at field `papers` for none where one is needed, too many, too large, or of another kind
 */
export async function keepPapers(
  world: World,
  uploads: readonly (readonly [field: string, file: File])[],
  atLeast: 0 | 1,
): Promise<Paper[]> {
  if (uploads.length < atLeast) throw atPapers(new Refusal(because('mandates:paper-needed')));
  if (uploads.length > papersAtMost)
    throw atPapers(new Refusal(because('mandates:too-many-papers', { max: papersAtMost })));
  const kept: Paper[] = [];
  for (const [, file] of uploads) {
    try {
      const { sha256, size, kind } = await papersStore(world).put(new Uint8Array(await file.arrayBuffer()), {
        accept: acceptedKinds,
        limitBytes: megabytesEach * 1_000_000,
      });
      if (kind) kept.push({ id: world.newId(), name: plainName(file.name), kind, size, sha256 });
    } catch (error) {
      throw error instanceof Refusal ? atPapers(error) : error;
    }
  }
  return kept;
}

function atPapers(refusal: Refusal): Refusal {
  return Object.assign(refusal, { field: 'papers' });
}

/** The last part of a name, without what could act in a header or a path. */
function plainName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(dangerous, '').trim().slice(-200) || 'document';
}
