import yauzl from 'yauzl';
import { because, Refusal } from '../../../../kernel/refusal.ts';

export const largestFileBytes = 5_000_000;
const largestPartBytes = 30_000_000;
const mostParts = 500;

/**
 * The text of a Word file's document, unpacked within limits: sizes are counted while unpacking, not believed.
 * @throws Refusal with its sentence for what is no Word file, is damaged, has macros, or unpacks to too much
 */
export async function documentXml(bytes: Buffer): Promise<string> {
  const parts = await openZip(bytes);
  let text: Buffer | undefined;
  let isOtherOffice = false;
  for (const part of parts.entries) {
    if (/vbaProject|vbaData/i.test(part.fileName)) throw refused('macros');
    if (/^(?:xl|ppt)\//.test(part.fileName)) isOtherOffice = true;
    if (part.fileName === '[Content_Types].xml') {
      const types = await unpack(parts, part);
      if (/macroEnabled/i.test(types.toString('utf8'))) throw refused('macros');
    }
    if (part.fileName === 'word/document.xml') text = await unpack(parts, part);
  }
  if (!text) throw refused(isOtherOffice ? 'other-office' : 'no-word-inside');
  return text.toString('utf8');
}

type Zip = Awaited<ReturnType<typeof yauzl.fromBufferPromise>>;
type Part = Parameters<Zip['openReadStreamPromise']>[0];

async function openZip(bytes: Buffer): Promise<{ zip: Zip; entries: Part[] }> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    const entries: Part[] = [];
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > mostParts) throw refused('too-much-inside');
    }
    return { zip, entries };
  } catch (error) {
    throw error instanceof Refusal ? error : refused('damaged');
  }
}

async function unpack({ zip }: { readonly zip: Zip }, part: Part): Promise<Buffer> {
  if (part.uncompressedSize > largestPartBytes) throw refused('too-much-inside');
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(part);
    for await (const piece of stream) {
      pieces.push(piece as Buffer);
      size += (piece as Buffer).length;
      if (size > largestPartBytes) throw refused('too-much-inside');
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refused('damaged');
  }
  return Buffer.concat(pieces);
}

export function refused(key: string): Refusal {
  return new Refusal(because(`application-forms:back.${key}`));
}
