import type { Language } from '../../../../kernel/language.ts';

interface Entry {
  readonly language: Language;
  readonly stem: string;
}

/** Stems as numbers, and which other stems are forms of the same word. One lexicon serves a whole tracing. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #entries: Entry[] = [];
  readonly #byStart = new Map<string, number[]>();
  readonly #forms = new Map<number, Map<number, number>>();
  #formsAt = 0;

  /** Figures are the same in every language; words are not. */
  idOf(language: Language, stem: string): number {
    const key = /\d/.test(stem) ? stem : `${language}:${stem}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#entries.length;
      this.#ids.set(key, id);
      this.#entries.push({ language, stem });
      const start = startOf(stem);
      if (start) {
        const near = this.#byStart.get(start);
        if (near) near.push(id);
        else this.#byStart.set(start, [id]);
      }
    }
    return id;
  }

  /** Cognates and derivations of a stem with how alike they are (0.5 to 0.8), never the stem itself. */
  formsOf(id: number): ReadonlyMap<number, number> {
    if (this.#formsAt !== this.#entries.length) {
      this.#forms.clear();
      this.#formsAt = this.#entries.length;
    }
    let forms = this.#forms.get(id);
    if (!forms) {
      forms = new Map();
      const entry = this.#entries[id];
      const near = entry && this.#byStart.get(startOf(entry.stem));
      for (const other of near ?? []) {
        const candidate = this.#entries[other];
        if (!entry || !candidate || other === id) continue;
        const alike = likeness(entry, candidate);
        if (alike > 0) forms.set(other, alike);
      }
      this.#forms.set(id, forms);
    }
    return forms;
  }
}

/** The first three letters of a Latin word, the consonants of an Arabic one; figures and short words have no forms. */
function startOf(stem: string): string {
  if (/\d/.test(stem)) return '';
  if (/[\u0600-\u06FF]/.test(stem)) return stem.length >= 3 ? `ar${skeleton(stem)}` : '';
  return stem.length >= 4 ? stem.slice(0, 3) : '';
}

function skeleton(stem: string): string {
  return stem[0] + stem.slice(1).replace(/[اوي]/g, '');
}

function likeness(a: Entry, b: Entry): number {
  if (/[\u0600-\u06FF]/.test(a.stem)) return skeleton(a.stem).length >= 3 ? 0.6 : 0;
  if (a.language !== b.language && a.stem === b.stem) return a.stem.length >= 5 ? 0.8 : 0;
  if (a.stem.length < 4 || b.stem.length < 4) return 0;
  const shared = pairsShared(a.stem, b.stem);
  const least = a.language === b.language ? 0.72 : 0.6;
  if (shared < least || (a.language === b.language && a.stem.slice(0, 5) !== b.stem.slice(0, 5))) return 0;
  return Math.min(0.8, 0.5 + (shared - least));
}

/** Dice coefficient of letter pairs. */
function pairsShared(a: string, b: string): number {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < a.length; at += 1) pairs.add(a.slice(at, at + 2));
  let shared = 0;
  const seen = new Set<string>();
  for (let at = 0; at + 1 < b.length; at += 1) {
    const pair = b.slice(at, at + 2);
    if (pairs.has(pair) && !seen.has(pair)) shared += 1;
    seen.add(pair);
  }
  return (2 * shared) / (pairs.size + seen.size);
}
