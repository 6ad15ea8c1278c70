import { joinLines, mended, vocabularyOf } from './joining.ts';
import type { Line } from './line.ts';
import { type Numbered, numberOf } from './numbering.ts';
import { withoutPageNoise } from './page-noise.ts';
import { opensPreambular, type Part, partOf } from './parts.ts';

/** A numbered paragraph of a text. `id` is unique in the text: its number, with its parent's for a sub-item. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly number?: string;
  readonly part: Part;
  /** The heading it stands under. */
  readonly heading?: string;
}

interface Block {
  readonly text: string;
  readonly part?: Line['part'];
}

/** Lines of a file to clauses: furniture out, lines joined, numbers read, headings set aside. */
export function clausesOf(lines: readonly Line[]): Clause[] {
  const blocks = blocksOf(withoutPageNoise(lines));
  const clauses: Clause[] = [];
  const used = new Set<string>();
  let heading: string | undefined;
  let outer: string | undefined;
  let letter: string | undefined;
  let plain = 0;
  for (const block of blocks) {
    const inLetters = letter?.replace(/[()]/g, '');
    const numbered = numberOf(block.text, inLetters);
    if (block.part === 'heading' || (!numbered && !block.part && looksLikeHeading(block.text))) {
      heading = block.text;
      [outer, letter] = [undefined, undefined];
      continue;
    }
    const number = numbered ? fullNumber(numbered, outer, letter) : undefined;
    if (numbered?.level === 0) [outer, letter] = [numbered.number, undefined];
    else if (numbered?.level === 1) letter = numbered.number;
    const part =
      block.part === 'preambular' || block.part === 'operative' ? block.part : partOf(block.text, number);
    if (!number) plain += 1;
    clauses.push({
      id: unique(number ?? `${part === 'preambular' ? 'PP' : 'p'}${plain}`, used),
      text: numbered ? numbered.rest.trim() : block.text,
      ...(number ? { number } : {}),
      part,
      ...(heading ? { heading } : {}),
    });
  }
  return clauses;
}

function fullNumber(numbered: Numbered, outer: string | undefined, letter: string | undefined): string {
  if (numbered.level === 0) return numbered.number;
  if (numbered.level === 1) return `${outer ?? ''}${numbered.number}`;
  return `${outer ?? ''}${letter ?? ''}${numbered.number}`;
}

function unique(id: string, used: Set<string>): string {
  let free = id;
  for (let turn = 2; used.has(free); turn += 1) free = `${id}#${turn}`;
  used.add(free);
  return free;
}

/** A block as it grows: its lines, each ready to stand beside the next, so that a long one is never copied whole. */
interface Growing {
  readonly pieces: string[];
  part?: Line['part'];
}

function blocksOf(lines: readonly Line[]): Block[] {
  const known = vocabularyOf(lines.map((line) => line.text));
  const blocks: Growing[] = [];
  let open = false;
  let page: number | undefined;
  for (const line of lines) {
    const text = mended(line.text);
    if (text === '') {
      open = false;
      continue;
    }
    const last = blocks.at(-1);
    const before = last?.pieces.at(-1) ?? '';
    const turned = page !== undefined && line.page !== page;
    page = line.page;
    const starts =
      line.starts === true ||
      numberOf(text, 'z') !== undefined ||
      (opensPreambular(text) && /[,;،؛]$/u.test(before));
    // A paragraph may run over the foot of a page, even across a blank line there.
    const flows = open || (turned && last !== undefined && !endsSentence(before));
    const headed = last?.pieces.length === 1 && endsHeading(before, text);
    if (last && !starts && line.part === last.part && flows && !headed) {
      const joined = joinLines(before, text, known);
      last.pieces[last.pieces.length - 1] = joined.slice(0, joined.length - text.length);
      last.pieces.push(text);
    } else blocks.push({ pieces: [text], ...(line.part ? { part: line.part } : {}) });
    open = true;
  }
  return blocks.map(({ pieces, part }) => ({ text: pieces.join(''), ...(part ? { part } : {}) }));
}

const endsSentence = (text: string): boolean => /[.;:!?،؛؟]["”»)]?$/u.test(text);

/** A heading line ends its block unless the next line goes on in small letters or the word is broken. */
function endsHeading(before: string, after: string): boolean {
  return looksLikeHeading(before) && !/^\p{Ll}/u.test(after) && !/[-\u00AD\u2010]$/u.test(before);
}

/** Short, without a closing mark, and not the middle of a sentence. */
function looksLikeHeading(text: string): boolean {
  if (text.length > 110 || /[.,;،؛]$/u.test(text) || numberOf(text, undefined)) return false;
  const words = text.split(' ');
  return (
    words.length <= 14 &&
    !/^\p{Ll}/u.test(text) &&
    !/\s(?:should|must|shall|will|doit|devrait|debe|deve|ينبغي)\s/u.test(text) &&
    !text.endsWith(':')
  );
}
