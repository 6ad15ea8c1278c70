import { hearXml } from './xml.ts';

interface Level {
  format: string;
  shape: string;
  start: number;
}

/** Word's automatic numbers: they are not in the text, but a clause is cited by them. */
export class DocxNumbers {
  readonly #shapes = new Map<string, Level[]>();
  readonly #lists = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();

  constructor(xml: string | undefined) {
    if (xml) this.#learn(xml);
  }

  /** The number the next paragraph of a list bears, or nothing for bullets and unknown lists. */
  next(list: string, level: number): string | undefined {
    const shape = this.#lists.get(list);
    const levels = shape === undefined ? undefined : this.#shapes.get(shape);
    const mine = levels?.[level];
    if (!levels || !mine || shape === undefined) return undefined;
    const counts = this.#counts.get(shape) ?? [];
    counts[level] = (counts[level] ?? mine.start - 1) + 1;
    counts.length = level + 1;
    this.#counts.set(shape, counts);
    if (mine.format === 'bullet' || mine.format === 'none') return undefined;
    return mine.shape.replace(/%(\d)/g, (_, at: string) => {
      const other = Number(at) - 1;
      return written(counts[other] ?? levels[other]?.start ?? 1, levels[other]?.format ?? 'decimal');
    });
  }

  #learn(xml: string): void {
    let shape = '';
    let list = '';
    let level: Level | undefined;
    hearXml(
      xml,
      {
        opened: (name, attributes) => {
          const value = attributes['val'] ?? '';
          if (name === 'abstractNum') {
            shape = attributes['abstractNumId'] ?? '';
            this.#shapes.set(shape, []);
          } else if (name === 'lvl') {
            level = { format: 'decimal', shape: '', start: 1 };
            const levels = this.#shapes.get(shape);
            if (levels) levels[Number(attributes['ilvl'] ?? 0)] = level;
          } else if (name === 'num') list = attributes['numId'] ?? '';
          else if (name === 'abstractNumId') this.#lists.set(list, value);
          else if (level && name === 'numFmt') level.format = value;
          else if (level && name === 'lvlText') level.shape = value;
          else if (level && name === 'start') level.start = Number(value) || 1;
        },
        closed: (name) => {
          if (name === 'lvl') level = undefined;
        },
        text: () => undefined,
      },
      'DOCX',
    );
  }
}

function written(count: number, format: string): string {
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((count - 1) % 26));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'lowerRoman' || format === 'upperRoman') {
    const roman = romanOf(count);
    return format === 'upperRoman' ? roman.toUpperCase() : roman;
  }
  return String(count);
}

function romanOf(count: number): string {
  const signs: readonly [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = Math.min(count, 399);
  let roman = '';
  for (const [worth, sign] of signs) {
    while (left >= worth) {
      roman += sign;
      left -= worth;
    }
  }
  return roman;
}
