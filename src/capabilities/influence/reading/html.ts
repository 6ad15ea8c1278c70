import { Parser } from 'htmlparser2';
import type { Line } from '../rules/splitting/line.ts';

const blocks = new Set(
  'p div section article li td th tr blockquote dd dt figcaption pre address h1 h2 h3 h4 h5 h6 ul ol table body main br hr summary'.split(
    ' ',
  ),
);
const furniture = new Set(
  'script style nav header footer aside noscript template form button svg head'.split(' '),
);
const headings = /^h[1-6]$/;

/** The blocks of a web page, its menus, scripts and note marks left out; numbered lists get their numbers back. */
export function readHtml(html: string): Line[] {
  const lines: Line[] = [];
  const lists: { next: number; type: string }[] = [];
  let text = '';
  let number = '';
  let heading = false;
  let hidden = 0;
  let note = 0;
  const finish = (): void => {
    const written = text.replace(/\s+/g, ' ').trim();
    if (written !== '')
      lines.push({ text: number + written, starts: true, ...(heading ? { part: 'heading' as const } : {}) });
    if (written !== '') number = '';
    text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (furniture.has(name)) hidden += 1;
      if (name === 'sup') note += 1;
      if (blocks.has(name)) finish();
      if (headings.test(name)) heading = true;
      if (name === 'ol')
        lists.push({ next: Number(attributes['start'] ?? 1) || 1, type: attributes['type'] ?? '1' });
      else if (name === 'ul') lists.push({ next: 0, type: '' });
      else if (name === 'li') number = numberOfItem(lists.at(-1), attributes['value']);
    },
    ontext(piece) {
      if (hidden > 0 || (note > 0 && /^[\s\d[\]*]+$/.test(piece))) return;
      text += piece;
    },
    onclosetag(name) {
      if (furniture.has(name) && hidden > 0) hidden -= 1;
      if (name === 'sup' && note > 0) note -= 1;
      if (blocks.has(name)) finish();
      if (headings.test(name)) heading = false;
      if (name === 'ol' || name === 'ul') lists.pop();
    },
  });
  parser.write(html);
  parser.end();
  finish();
  return lines;
}

function numberOfItem(list: { next: number; type: string } | undefined, value: string | undefined): string {
  if (!list || list.type === '') return '';
  const at = Number(value ?? list.next) || list.next;
  list.next = at + 1;
  return list.type === 'a' ? `(${String.fromCharCode(96 + ((at - 1) % 26) + 1)}) ` : `${at}. `;
}
