import { because } from '../../../kernel/refusal.ts';
import type { Line } from '../rules/splitting/line.ts';
import { filesWithin } from './archive.ts';
import { DocxNumbers } from './docx-numbers.ts';
import { Unreadable } from './unreadable.ts';
import { hearXml } from './xml.ts';

const body = 'word/document.xml';
const numbering = 'word/numbering.xml';

/** The paragraphs of a Word file as they stand: automatic numbers written out, struck-out text and notes left out. */
export async function readDocx(bytes: Buffer): Promise<Line[]> {
  const files = await filesWithin(bytes, [body, numbering]);
  const xml = files.get(body)?.toString('utf8');
  if (xml === undefined) throw new Unreadable(because('influence:broken', { format: 'DOCX' }));
  const lines = paragraphsOf(xml, new DocxNumbers(files.get(numbering)?.toString('utf8')));
  if (lines.length === 0) throw new Unreadable(because('influence:empty-file'));
  return lines;
}

function paragraphsOf(xml: string, numbers: DocxNumbers): Line[] {
  const lines: Line[] = [];
  let text = '';
  let list: string | undefined;
  let level = 0;
  let style = '';
  let inText = false;
  let struck = 0;
  const finish = (): void => {
    const number = list === undefined ? undefined : numbers.next(list, level);
    if (text.trim() !== '') {
      const heading = /^(?:heading|title|h\d)/i.test(style);
      lines.push({
        text: number ? `${number} ${text.trim()}` : text.trim(),
        starts: true,
        ...(heading && !number ? { part: 'heading' as const } : {}),
      });
    }
    [text, list, level, style] = ['', undefined, 0, ''];
  };
  hearXml(
    xml,
    {
      opened: (name, attributes) => {
        if (name === 'del' || name === 'moveFrom') struck += 1;
        else if (name === 't') inText = true;
        else if (name === 'tab' || name === 'br' || name === 'cr') text += ' ';
        else if (name === 'noBreakHyphen') text += '-';
        else if (name === 'numId') list = attributes['val'] === '0' ? undefined : attributes['val'];
        else if (name === 'ilvl') level = Number(attributes['val'] ?? 0);
        else if (name === 'pStyle') style = attributes['val'] ?? '';
      },
      closed: (name) => {
        if (name === 'del' || name === 'moveFrom') struck -= 1;
        else if (name === 't') inText = false;
        else if (name === 'p') finish();
      },
      text: (piece) => {
        if (inText && struck === 0) text += piece;
      },
    },
    'DOCX',
  );
  return lines;
}
