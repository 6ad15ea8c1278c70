import type { Compared } from '../alignment/features.ts';
import { gradesOf, proposeFrom } from '../grading/model.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { type Profile, profileOf } from '../index/profile.ts';
import { TextIndex } from '../index/text-index.ts';
import type { Thesaurus } from '../thesaurus/thesaurus.ts';
import { candidatesOf } from '../tracing/candidates.ts';
import type { TracedText } from '../tracing/document.ts';

/** What earlier texts already said of an ask. */
export interface Novelty {
  /** 1: none of the matched wording stands in an earlier text; 0: all of it does. */
  readonly share: number;
  /** Where an earlier text reflects the ask as well as the clause does. */
  readonly agreedIn?: { readonly document: string; readonly paragraph: string };
}

/** Earlier drafts, agreed language, other people's inputs: what a clause may have come from instead. */
export class Background {
  readonly #texts: readonly { text: TracedText; index: TextIndex }[];

  constructor(texts: readonly TracedText[], thesaurus: Thesaurus, lexicon: Lexicon) {
    this.#texts = texts.map((text) => ({
      text,
      index: new TextIndex(
        text.paragraphs.map((paragraph) => profileOf(paragraph.text, text.language, thesaurus, lexicon)),
        lexicon,
      ),
    }));
  }

  get empty(): boolean {
    return this.#texts.length === 0;
  }

  noveltyOf(ask: Profile, clause: Profile, compared: Compared): Novelty {
    const share = this.#newWording(clause, compared);
    let best = { window: 0, document: '', paragraph: '' };
    for (const { text, index } of this.#texts) {
      const candidates = candidatesOf(ask, index);
      const grades = gradesOf(candidates.ask, candidates.aligned);
      for (const [at, candidate] of candidates.aligned.entries()) {
        const { window } = candidate.features;
        if (window <= best.window || (grades[at]?.chance ?? 0) < proposeFrom) continue;
        best = { window, document: text.id, paragraph: text.paragraphs[candidate.paragraph]?.id ?? '' };
      }
    }
    const asGood = best.window > 0 && best.window >= 0.85 * compared.features.window;
    return asGood ? { share, agreedIn: { document: best.document, paragraph: best.paragraph } } : { share };
  }

  /** Matched neighbouring terms of the clause, each counted 1/(1+df) over the background's paragraphs. */
  #newWording(clause: Profile, compared: Compared): number {
    const columns = new Set(compared.alignment.pairs.map(([, column]) => column));
    let total = 0;
    let fresh = 0;
    for (const column of columns) {
      const here = clause.terms[column];
      const next = clause.terms[column + 1];
      if (!here) continue;
      const rarity = this.#texts.reduce(
        (sum, { index }) =>
          sum + index.holdingBoth(here.stem, next && columns.has(column + 1) ? next.stem : here.stem),
        0,
      );
      total += here.weight;
      fresh += here.weight / (1 + rarity);
    }
    return total > 0 ? fresh / total : 1;
  }
}
