import type { Language } from '../../../../kernel/language.ts';
import { stemmer } from '../text/stems.ts';
import { stopWords } from '../text/stop-words.ts';
import { wordsOf } from '../text/words.ts';
import type { Concept } from './concept.ts';
import actors from './concepts/actors.json' with { type: 'json' };
import acts from './concepts/acts.json' with { type: 'json' };
import everyday from './concepts/everyday.json' with { type: 'json' };
import groups from './concepts/groups.json' with { type: 'json' };
import measures from './concepts/measures.json' with { type: 'json' };
import migration from './concepts/migration.json' with { type: 'json' };
import rights from './concepts/rights.json' with { type: 'json' };
import sustainable from './concepts/sustainable.json' with { type: 'json' };

/** The shipped thesaurus, in the order of its files. */
export const shippedConcepts: readonly Concept[] = [
  actors,
  groups,
  migration,
  rights,
  sustainable,
  measures,
  acts,
  everyday,
].flat() as readonly Concept[];

interface Branch {
  readonly next: Map<string, Branch>;
  concepts: number[];
}

/** A label found in a text: `length` content words from `at` on name the concepts. */
export interface Mention {
  readonly at: number;
  readonly length: number;
  readonly concepts: readonly number[];
}

export interface Thesaurus {
  readonly concepts: readonly Concept[];
  /** Every label in a row of stems, short ones inside long ones too. */
  mentions(language: Language, stems: readonly string[]): Mention[];
}

/** Stems without grammar words: a label and the text that says it come out as the same row. */
export function contentStems(language: Language, label: string): string[] {
  const stem = stemmer(language);
  const stop = stopWords(language);
  return wordsOf(label)
    .filter((word) => !stop.has(word.folded))
    .map((word) => stem(word.lower));
}

export function thesaurusOf(concepts: readonly Concept[]): Thesaurus {
  const roots = new Map<Language, Branch>();
  const rootOf = (language: Language): Branch => {
    let root = roots.get(language);
    if (!root) {
      root = { next: new Map(), concepts: [] };
      for (const [number, concept] of concepts.entries()) {
        for (const label of concept[language]) grow(root, contentStems(language, label), number);
      }
      roots.set(language, root);
    }
    return root;
  };
  return { concepts, mentions: (language, stems) => mentionsFrom(rootOf(language), stems) };
}

function grow(root: Branch, stems: readonly string[], concept: number): void {
  let branch = root;
  for (const stem of stems) {
    let next = branch.next.get(stem);
    if (!next) {
      next = { next: new Map(), concepts: [] };
      branch.next.set(stem, next);
    }
    branch = next;
  }
  if (stems.length > 0 && !branch.concepts.includes(concept)) branch.concepts.push(concept);
}

function mentionsFrom(root: Branch, stems: readonly string[]): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < stems.length; at += 1) {
    let branch: Branch | undefined = root;
    for (let length = 1; at + length <= stems.length; length += 1) {
      branch = branch.next.get(stems[at + length - 1] ?? '');
      if (!branch) break;
      if (branch.concepts.length > 0) found.push({ at, length, concepts: branch.concepts });
    }
  }
  return found;
}

let shipped: Thesaurus | undefined;

export function shippedThesaurus(): Thesaurus {
  shipped ??= thesaurusOf(shippedConcepts);
  return shipped;
}
