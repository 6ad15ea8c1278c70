import { because } from '../../../kernel/refusal.ts';
import { type Clause, clausesOf } from '../rules/splitting/clauses.ts';
import type { Line } from '../rules/splitting/line.ts';
import { readAkomaNtoso } from './akoma-ntoso.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { limits } from './limits.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';
import { Unreadable } from './unreadable.ts';

/** What a file is goes by its first bytes, never by its name. */
export async function clausesIn(bytes: Buffer): Promise<Clause[]> {
  if (bytes.length > limits.fileBytes)
    throw new Unreadable(because('influence:too-large', { most: limits.fileBytes / 1_000_000 }));
  const lines = await linesIn(bytes);
  if (lines.length > limits.lines)
    throw new Unreadable(because('influence:too-many-lines', { most: limits.lines }));
  const clauses = clausesOf(lines);
  if (clauses.length === 0) throw new Unreadable(because('influence:empty-file'));
  return clauses;
}

async function linesIn(bytes: Buffer): Promise<Line[]> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdf(bytes);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return readDocx(bytes);
  const text = decoded(bytes);
  const start = text.slice(0, 3000).trimStart();
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>?[\s\S]*?)?<(?:\w+:)?akomaNtoso/i.test(
      start,
    )
  )
    return readAkomaNtoso(text);
  if (/<(?:html|body|p|div|h1|article|section)[\s>]/i.test(start)) return readHtml(text);
  if (/^<\?xml|^<!DOCTYPE/i.test(start)) {
    if (/<!ENTITY/i.test(text)) throw new Unreadable(because('influence:hostile-xml'));
    return readAkomaNtoso(text);
  }
  return readPlainText(text);
}

/** UTF-8, or UTF-16 with its mark. Anything else, and anything with NUL in it, is not a text. */
export function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch {
    const western = new TextDecoder('windows-1252').decode(bytes);
    if (!/\p{Cc}/u.test(western.replace(/[\t\n\v\f\r]/g, ''))) return western;
  }
  throw new Unreadable(because('influence:not-a-text'));
}
