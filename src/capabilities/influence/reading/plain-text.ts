import { oneColumn } from '../rules/splitting/columns.ts';
import type { Line } from '../rules/splitting/line.ts';

/** Plain text; form feeds part pages, as `pdftotext` writes them. */
export function readPlainText(text: string): Line[] {
  const pages = text.replace(/\r\n?/g, '\n').split('\f');
  return pages.flatMap((page, at) =>
    oneColumn(page.split('\n')).map((line) =>
      pages.length > 1 ? { text: line, page: at + 1 } : { text: line },
    ),
  );
}
