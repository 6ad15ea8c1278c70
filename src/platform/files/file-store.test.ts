import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { explain } from '../languages/catalogue.ts';
import { type FileStore, fileStore } from './index.ts';

const roots: string[] = [];
let root: string;
let store: FileStore;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'mmc-files-'));
  roots.push(root);
  store = fileStore(path.join(root, 'files'));
});
afterAll(() => {
  for (const folder of roots) rmSync(folder, { recursive: true });
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const unfinished = () => readdirSync(path.join(root, 'files', 'incoming'));
const bytesOf = async (sha256: string) => {
  const found = await store.get(sha256);
  return found && Buffer.from(await new Response(found.stream).arrayBuffer());
};
async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}
async function* inParts(bytes: Buffer, breakAt = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_000) {
    if (at >= breakAt) throw new Error('the link was cut');
    yield bytes.subarray(at, at + 10_000);
  }
}

describe('a file store', () => {
  it('gives back what it was given, by the hash of its content, once however often it comes', async () => {
    const bytes = randomBytes(123_456);
    const stored = await store.put(bytes);
    expect(stored).toEqual({ sha256: hashOf(bytes), size: 123_456, kind: null });
    const again = await Promise.all([store.put(bytes), store.put(inParts(bytes)), store.put(bytes)]);
    expect(again).toEqual([stored, stored, stored]);
    expect(await bytesOf(stored.sha256)).toEqual(bytes);
    expect((await store.get(stored.sha256))?.size).toBe(123_456);
    expect(await store.verifyAll()).toEqual({ files: 1, bytes: 123_456, damaged: [] });
    expect(unfinished()).toEqual([]);
  });

  it('has nothing under a name it was not given, and no name leads out of it', async () => {
    writeFileSync(path.join(root, 'secret'), 'secret');
    for (const name of [
      hashOf(Buffer.from('absent')),
      '../secret',
      '../../secret',
      '',
      `${'a'.repeat(64)}/..`,
    ]) {
      expect(await store.get(name)).toBeUndefined();
      expect(await store.has(name)).toBe(false);
    }
  });

  it('keeps only the kinds asked for, by content', async () => {
    const pdf = Buffer.from('%PDF-1.7\n');
    expect(await store.put(pdf, { accept: ['pdf', 'txt'] })).toMatchObject({ kind: 'pdf' });
    const { reason } = await refusalOf(store.put(Buffer.from('MZ\0\0program'), { accept: ['pdf', 'txt'] }));
    expect(explain('en', reason)).toContain('PDF, TXT');
    expect(await store.verifyAll()).toMatchObject({ files: 1 });
    expect(unfinished()).toEqual([]);
  });

  it('refuses an empty file and one above its limit, and keeps nothing of them', async () => {
    const large = await refusalOf(store.put(inParts(randomBytes(50_000)), { limitBytes: 30_000 }));
    const empty = await refusalOf(store.put(Buffer.alloc(0)));
    expect([large.reason.key, empty.reason.key]).toEqual(['files:too-large', 'files:empty']);
    expect(await store.verifyAll()).toEqual({ files: 0, bytes: 0, damaged: [] });
    expect(unfinished()).toEqual([]);
    for (const language of languages) expect(explain(language, large.reason)).not.toContain('files:');
  });

  it('keeps nothing of a file whose sender broke off', async () => {
    const bytes = randomBytes(60_000);
    await expect(store.put(inParts(bytes, 30_000))).rejects.toThrow('the link was cut');
    expect(await store.has(hashOf(bytes))).toBe(false);
    expect(unfinished()).toEqual([]);
  });

  it('notices a byte that changed on the disk', async () => {
    const { sha256 } = await store.put(Buffer.from('the statement as signed'));
    await store.put(Buffer.from('another'));
    for await (const file of store.list()) {
      if (file.sha256 !== sha256) continue;
      chmodSync(file.path, 0o640);
      writeFileSync(file.path, 'the statement as sigmed');
    }
    expect(await store.verifyAll()).toMatchObject({ files: 2, damaged: [sha256] });
  });

  it('mends a damaged file when the same bytes come again', async () => {
    const bytes = Buffer.from('the statement as signed');
    const { sha256 } = await store.put(bytes);
    for await (const file of store.list()) {
      chmodSync(file.path, 0o640);
      writeFileSync(file.path, 'damaged');
    }
    await store.put(bytes);
    expect(await bytesOf(sha256)).toEqual(bytes);
  });
});

describe('a program killed while it writes a file', () => {
  const program = `
    const { fileStore } = await import(process.argv[1]);
    const part = Buffer.alloc(100_000, 7);
    async function* slowly() {
      for (let i = 0; ; i++) {
        yield part;
        if (i === 3) process.stdout.write('half');
        if (i > 3) await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
    await fileStore(process.argv[2]).put(slowly());`;

  it('leaves nothing that anyone can see, and what it left is cleared a day later', async () => {
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        program,
        path.resolve('src/platform/files/index.ts'),
        path.join(root, 'files'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));

    expect(unfinished()).toHaveLength(1);
    expect(await store.verifyAll()).toEqual({ files: 0, bytes: 0, damaged: [] });
    for (const count of [4, 5, 6])
      expect(await store.has(hashOf(Buffer.alloc(count * 100_000, 7)))).toBe(false);
    const now = new Date();
    expect(await store.discardUnfinished(now)).toBe(0);
    const [left = ''] = unfinished();
    const yesterday = new Date(now.getTime() - 25 * 3600 * 1000);
    utimesSync(path.join(root, 'files', 'incoming', left), yesterday, yesterday);
    expect(await store.discardUnfinished(now)).toBe(1);
    expect(unfinished()).toEqual([]);
  });
});
