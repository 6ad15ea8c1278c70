import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What people may give us. Nothing here runs: no macros, no scripts, no archives, no old binary Office files. */
export const fileKinds = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  txt: 'text/plain',
} as const;
export type FileKind = keyof typeof fileKinds;

/**
 * What a file is by its content, whatever its name says; undefined when it is none of ours.
 * HTML, SVG and CSV count as `txt`: they are served as such, for download, and so cannot act.
 */
export async function kindOf(path: string): Promise<FileKind | undefined> {
  const found = await fileTypeFromFile(path);
  if (found) return Object.hasOwn(fileKinds, found.ext) ? (found.ext as FileKind) : undefined;
  return (await isText(path)) ? 'txt' : undefined;
}

async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      // oxlint-disable-next-line no-control-regex -- what no text file has
      if (/[\u0000-\u0008\u000e-\u001f]/.test(decoder.decode(chunk as Buffer, { stream: true })))
        return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await file.close();
  }
}
