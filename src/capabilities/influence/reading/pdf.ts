import { getDocumentProxy } from 'unpdf';
import { because } from '../../../kernel/refusal.ts';
import type { Line } from '../rules/splitting/line.ts';
import { limits } from './limits.ts';
import { gutterOfPage, linesOfPage, type Piece } from './page-layout.ts';
import { Unreadable } from './unreadable.ts';

/** Pages are read and let go one at a time, so two thousand of them cost no more memory than the text itself. */
export async function readPdf(bytes: Uint8Array): Promise<Line[]> {
  const document = await opened(bytes);
  try {
    if (document.numPages > limits.pages)
      throw new Unreadable(
        because('influence:too-many-pages', { pages: document.numPages, most: limits.pages }),
      );
    const pages: Line[][] = [];
    const sizes = new Map<number, number>();
    const gutters: number[] = [];
    let letters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const pieces = await piecesOf(document, number);
      for (const piece of pieces) {
        const size = Math.round(piece.size * 2) / 2;
        sizes.set(size, (sizes.get(size) ?? 0) + piece.text.length);
        letters += piece.text.trim().length;
      }
      const gutter = gutterOfPage(pieces);
      if (gutter !== undefined) gutters.push(gutter);
      const usual = gutters.length * 2 >= number ? gutters.at(-1) : undefined;
      pages.push(linesOfPage(pieces, usual).map((line) => ({ ...line, page: number })));
    }
    // A scan now and then carries a stamp or a page number as text; that is not the text.
    if (letters < 25 * document.numPages)
      throw new Unreadable(because('influence:no-text', { pages: document.numPages }));
    const common = [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
    return pages.flat().map((line) => ({ ...line, size: (line.size ?? common) / common }));
  } finally {
    await document.loadingTask.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (trouble) {
    const locked = trouble instanceof Error && trouble.name === 'PasswordException';
    throw new Unreadable(because(locked ? 'influence:locked' : 'influence:broken', { format: 'PDF' }));
  }
}

async function piecesOf(document: Pdf, number: number): Promise<Piece[]> {
  try {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const width = page.view[2] ?? 600;
    page.cleanup();
    return content.items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const size = item.height > 0 ? item.height : Math.hypot(a, b);
      return [
        { text: item.str, x, y, width: item.width, size, rightToLeft: item.dir === 'rtl', pageWidth: width },
      ];
    });
  } catch {
    throw new Unreadable(because('influence:broken', { format: 'PDF' }));
  }
}
