import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ReadableStream as NodeStream } from 'node:stream/web';
import { because, Refusal } from '../../kernel/refusal.ts';
import { moveDurably } from './durable.ts';
import { discardUnfinished, receive } from './incoming.ts';
import { type FileKind, kindOf } from './kinds.ts';
import './messages/index.ts';

export interface StoredFile {
  /** The file's name for ever: the same bytes are kept once. */
  readonly sha256: string;
  readonly size: number;
  /** By content; null for what only we make and never check. */
  readonly kind: FileKind | null;
}

export interface FileStore {
  /**
   * Keeps bytes; when it returns, they survive a power cut. With `accept`, only these kinds, judged by content.
   * @throws Refusal for an empty file, one above the limit (25 MB unless told), or one of another kind
   */
  put(
    content: Uint8Array | AsyncIterable<Uint8Array>,
    options?: { readonly accept?: readonly FileKind[]; readonly limitBytes?: number },
  ): Promise<StoredFile>;
  get(sha256: string): Promise<{ size: number; stream: ReadableStream<Uint8Array> } | undefined>;
  has(sha256: string): Promise<boolean>;
  /** Every file's name and place, for a backup. */
  list(): AsyncIterable<{ sha256: string; path: string }>;
  /** Reads every file again; `damaged` names those whose bytes no longer are what their name says. */
  verifyAll(): Promise<{ files: number; bytes: number; damaged: string[] }>;
  /** Clears what a killed program left behind a day ago or more; tells how many. */
  discardUnfinished(now: Date): Promise<number>;
}

const defaultLimitBytes = 25_000_000;

/** Files by the hash of their content, under a folder of the data directory. Nothing in it is ever changed. */
export function fileStore(folder: string): FileStore {
  const incoming = path.join(folder, 'incoming');
  const kept = path.join(folder, 'kept');
  const placeOf = (sha256: string) => path.join(kept, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  async function get(sha256: string): ReturnType<FileStore['get']> {
    const found = isSha256(sha256) ? await stat(placeOf(sha256)).catch(absent) : undefined;
    return found && { size: found.size, stream: webStream(placeOf(sha256)) };
  }

  async function* list(): AsyncGenerator<{ sha256: string; path: string }> {
    const entries = (await readdir(kept, { recursive: true }).catch(absent)) ?? [];
    for (const entry of entries.toSorted()) {
      const sha256 = path.basename(entry);
      if (isSha256(sha256)) yield { sha256, path: path.join(kept, entry) };
    }
  }

  return {
    get,
    list,
    async put(content, { accept, limitBytes = defaultLimitBytes } = {}) {
      const received = await receive(
        incoming,
        content instanceof Uint8Array ? [content] : content,
        limitBytes,
      );
      try {
        const kind = accept ? await acceptedKind(received.path, accept) : null;
        await moveDurably(received.path, placeOf(received.sha256));
        return { sha256: received.sha256, size: received.size, kind };
      } catch (error) {
        await rm(received.path, { force: true });
        throw error;
      }
    },
    has: async (sha256) => (await get(sha256)) !== undefined,
    async verifyAll() {
      const damaged: string[] = [];
      let [files, bytes] = [0, 0];
      for await (const file of list()) {
        const read = await digest(file.path);
        files += 1;
        bytes += read.size;
        if (read.sha256 !== file.sha256) damaged.push(file.sha256);
      }
      return { files, bytes, damaged };
    },
    discardUnfinished: (now) => discardUnfinished(incoming, now),
  };
}

async function acceptedKind(file: string, accept: readonly FileKind[]): Promise<FileKind> {
  const kind = await kindOf(file);
  if (!kind || !accept.includes(kind)) {
    throw new Refusal(
      because('files:not-accepted', { accepted: accept.map((known) => known.toUpperCase()).join(', ') }),
    );
  }
  return kind;
}

/** Opens the file only when somebody reads, and closes it when they stop. */
async function* partsOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const part of createReadStream(file)) yield part as Buffer;
}

function webStream(file: string): ReadableStream<Uint8Array> {
  return NodeStream.from(partsOf(file)) as ReadableStream<Uint8Array>;
}

async function digest(file: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of partsOf(file)) {
    hash.update(part);
    size += part.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/** Part of a path: anything else could lead out of the folder. */
function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
