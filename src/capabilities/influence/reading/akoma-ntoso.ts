import type { Line } from '../rules/splitting/line.ts';
import { hearXml } from './xml.ts';

const provisions = new Set(
  'paragraph article clause section subparagraph point item indent rule list recital citation'.split(' '),
);
const skipped = new Set('meta authorialNote note ref-list coverPage attachments'.split(' '));

/** Akoma Ntoso (OASIS LegalDocML, also AKN4UN): provisions with their numbers; the preamble is told from the body. */
export function readAkomaNtoso(xml: string): Line[] {
  const lines: Line[] = [];
  let text = '';
  let number = '';
  let inNumber = false;
  let heading = false;
  let hidden = 0;
  let preamble = 0;
  const finish = (): void => {
    const written = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (written === '') return;
    const numbered = number.trim() === '' ? written : `${withMark(number)} ${written}`;
    number = '';
    if (heading) lines.push({ text: written, starts: true, part: 'heading' });
    else lines.push({ text: numbered, starts: true, part: preamble > 0 ? 'preambular' : 'operative' });
  };
  hearXml(
    xml,
    {
      opened: (name) => {
        if (skipped.has(name)) hidden += 1;
        if (name === 'preamble' || name === 'recitals') preamble += 1;
        if (name === 'p' || name === 'heading' || name === 'block' || provisions.has(name)) finish();
        if (name === 'num') {
          inNumber = true;
          number = '';
        }
        if (name === 'heading') heading = true;
      },
      closed: (name) => {
        if (name === 'p' || name === 'heading' || name === 'block' || provisions.has(name)) finish();
        if (skipped.has(name)) hidden -= 1;
        if (name === 'preamble' || name === 'recitals') preamble -= 1;
        if (name === 'num') inNumber = false;
        if (name === 'heading') heading = false;
      },
      text: (piece) => {
        if (hidden > 0) return;
        if (inNumber) number += piece;
        else text += piece;
      },
    },
    'Akoma Ntoso',
  );
  finish();
  return lines;
}

/** "12" becomes "12.", so that it reads as a number and not as the first word. */
function withMark(number: string): string {
  const plain = number.replace(/\s+/g, ' ').trim();
  return /[.)\]]$/.test(plain) || /\p{L}{3}/u.test(plain.replace(/\b(?:bis|ter|quater)\b/i, ''))
    ? plain
    : `${plain}.`;
}
