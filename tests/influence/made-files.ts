import { strToU8, zipSync } from 'fflate';

export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF with text where it is told, in Helvetica; just enough of the format to be a true one. */
export function madePdf(pages: readonly (readonly Placed[])[]): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map((placed) => {
    const stream = placed
      .map(
        ({ text, x, y, size = 11 }) =>
          `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/([\\()])/g, '\\$1')}) Tj ET`,
      )
      .join('\n');
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines of one column from the top of a page. */
export function column(lines: readonly string[], x: number, top = 780, size = 11): Placed[] {
  return lines.map((text, at) => ({ text, x, y: top - at * 14, size }));
}

export function madeDocx(body: string, numbering?: string): Buffer {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`,
    ),
  };
  if (numbering)
    files['word/numbering.xml'] = strToU8(
      `<?xml version="1.0"?><w:numbering ${space}>${numbering}</w:numbering>`,
    );
  return Buffer.from(zipSync(files));
}

/** A DOCX of some kilobytes that unpacks to a few hundred megabytes. */
export function bombInDocxClothing(megabytes: number): Buffer {
  return Buffer.from(
    zipSync({ 'word/document.xml': new Uint8Array(megabytes * 1_000_000).fill(32) }, { level: 9 }),
  );
}
