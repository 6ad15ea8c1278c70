import path from 'node:path';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { type FileKind, type FileStore, fileKinds, fileStore } from '../../../platform/files/index.ts';
import type { World } from '../../../world.ts';
import type { CourseFile } from '../rules/content.ts';

const acceptedKinds = Object.keys(fileKinds) as FileKind[];
const megabytes = 5;

function filesOf(world: World): FileStore {
  return fileStore(path.join(world.config.dataDir, 'files'));
}

/** Keeps a course's file, judged by its content; small enough for a slow link. @throws Refusal at the field `file` */
export async function keepCourseFile(world: World, file: File): Promise<CourseFile> {
  try {
    const { sha256, size, kind } = await filesOf(world).put(new Uint8Array(await file.arrayBuffer()), {
      accept: acceptedKinds,
      limitBytes: megabytes * 1_000_000,
    });
    if (!kind) throw new Refusal(because('training:no-file'));
    return { sha256, size, kind, name: plainName(file.name, kind) };
  } catch (error) {
    throw error instanceof Refusal ? Object.assign(error, { field: 'file' }) : error;
  }
}

/** Letters, digits and a few signs of any script; the ending says what the content is. */
function plainName(given: string, kind: FileKind): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
    .trim()
    .slice(0, 100);
  return `${stem || 'file'}.${kind}`;
}

export async function openCourseFile(
  world: World,
  file: CourseFile,
): Promise<{ type: string; size: number; stream: ReadableStream<Uint8Array> } | undefined> {
  const stored = await filesOf(world).get(file.sha256);
  const type = fileKinds[file.kind as FileKind];
  return stored && type ? { ...stored, type } : undefined;
}

/** The bytes whole, for print pages and e-books. */
export async function readCourseFile(world: World, file: CourseFile): Promise<Uint8Array | undefined> {
  const opened = await openCourseFile(world, file);
  return opened && new Uint8Array(await new Response(opened.stream).arrayBuffer());
}
