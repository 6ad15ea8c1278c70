import yauzl from 'yauzl';
import { because } from '../../../kernel/refusal.ts';
import { limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/**
 * The named files of a ZIP, unpacked. Sizes are counted while unpacking, not believed from the directory, and
 * nothing else in the archive is unpacked at all.
 */
export function filesWithin(bytes: Buffer, wanted: readonly string[]): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const broken = (): void => reject(new Unreadable(because('influence:broken', { format: 'DOCX' })));
    const bomb = (): void => reject(new Unreadable(because('influence:too-large-inside')));
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (trouble, archive) => {
      if (trouble || !archive) return broken();
      const found = new Map<string, Buffer>();
      let entries = 0;
      let total = 0;
      archive.on('error', broken);
      archive.on('end', () => resolve(found));
      archive.on('entry', (entry: yauzl.Entry) => {
        entries += 1;
        if (entries > limits.filesInside) return bomb();
        if (!wanted.includes(entry.fileName)) return archive.readEntry();
        const allowed = Math.min(
          limits.unpackedBytes - total,
          Math.max(1_000_000, entry.compressedSize * limits.unpackedRatio),
        );
        if (entry.uncompressedSize > allowed) return bomb();
        archive.openReadStream(entry, (refused, stream) => {
          if (refused || !stream) return broken();
          const parts: Buffer[] = [];
          let size = 0;
          stream.on('data', (part: Buffer) => {
            size += part.length;
            if (size > allowed) {
              stream.destroy();
              bomb();
            } else parts.push(part);
          });
          stream.on('error', broken);
          stream.on('end', () => {
            total += size;
            found.set(entry.fileName, Buffer.concat(parts));
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}
