import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { officeFile, zipOf } from './builders.ts';
import { fileKinds, kindOf } from './kinds.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'mmc-kinds-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The name lies on purpose: only content counts. */
async function kindOfBytes(bytes: Uint8Array | string) {
  const file = path.join(folder, 'certainly.pdf');
  writeFileSync(file, bytes);
  return await kindOf(file);
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

describe('the kind of a file', () => {
  it.each([
    ['pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'],
    ['png', png],
    ['jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
    ['docx', officeFile(fileKinds.docx)],
    ['xlsx', officeFile(fileKinds.xlsx)],
    ['odt', zipOf({ mimetype: fileKinds.odt })],
    ['txt', 'name,amount\nVille d’accueil,1200\n'],
    ['txt', 'مدينة'],
    ['txt', '<script>alert(1)</script>'],
  ])('is %s by what is in it', async (kind, bytes) => {
    expect(await kindOfBytes(bytes)).toBe(kind);
  });

  it.each([
    ['a program', Buffer.from('7f454c460201010000000000000000000200', 'hex')],
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
    ['a Word file with macros', officeFile('application/vnd.ms-word.document.macroEnabled')],
    ['an archive', zipOf({ 'a.txt': 'hello' })],
    ['an old Office file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['an animation', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['text with a NUL in it', 'all is well\0'],
    ['text that is not UTF-8', Buffer.from('Montréal', 'latin1')],
  ])('is none of ours for %s', async (_, bytes) => {
    expect(await kindOfBytes(bytes)).toBeUndefined();
  });
});
