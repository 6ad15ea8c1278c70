import type { Lexicon } from '../index/lexicon.ts';
import { likenessOf } from '../index/likeness.ts';
import type { Profile } from '../index/profile.ts';
import type { LetterWeights, TextIndex } from '../index/text-index.ts';

/** An ask seen from one text: what each of its terms weighs there. */
export interface WeighedAsk {
  readonly profile: Profile;
  /** One weight per term: its kind times its rarity in the text. */
  readonly weights: Float64Array;
  readonly total: number;
  /** Share of the weight whose matter stands nowhere in the text. */
  readonly absentShare: number;
  readonly letters: LetterWeights;
  /** Ask and text are in different languages. */
  readonly crossing: boolean;
}

export function weigh(ask: Profile, index: TextIndex): WeighedAsk {
  const crossing = index.profiles[0] !== undefined && index.profiles[0].language !== ask.language;
  let total = 0;
  let missing = 0;
  const seen = new Map<number, number>();
  const weights = Float64Array.from(ask.terms, (term) => {
    const { rarity, absent } = index.rarityOf(term);
    // Across languages a word without a concept is mostly a word we cannot translate, not one the text left out.
    const known = crossing && absent && term.concepts.length === 0 ? 0.3 : 1;
    const again = seen.get(term.stem) ?? 0;
    seen.set(term.stem, again + 1);
    const weight = (term.weight * (0.2 + 0.8 * rarity) * known) / (1 + again);
    total += weight;
    if (absent) missing += weight;
    return weight;
  });
  return {
    profile: ask,
    weights,
    total: Math.max(total, 1e-9),
    absentShare: total > 0 ? missing / total : 1,
    letters: index.letterWeightsOf(ask),
    crossing,
  };
}

/** Likeness of every ask term (row) with every clause term (column). */
export interface Pairing {
  readonly rows: number;
  readonly columns: number;
  readonly cells: Float32Array;
}

export function pair(ask: Profile, clause: Profile, lexicon: Lexicon): Pairing {
  const rows = ask.terms.length;
  const columns = clause.terms.length;
  const cells = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const mine = ask.terms[row];
    if (!mine) continue;
    const forms = lexicon.formsOf(mine.stem);
    for (let column = 0; column < columns; column += 1) {
      const theirs = clause.terms[column];
      if (theirs) cells[row * columns + column] = likenessOf(mine, theirs, forms);
    }
  }
  return { rows, columns, cells };
}

/** For each ask term its best likeness among columns `from` (included) to `to` (excluded). */
export function bestPerRow(pairing: Pairing, from = 0, to = pairing.columns): Float64Array {
  const best = new Float64Array(pairing.rows);
  for (let row = 0; row < pairing.rows; row += 1) {
    let top = 0;
    for (let at = row * pairing.columns + from; at < row * pairing.columns + to; at += 1) {
      const cell = pairing.cells[at] as number;
      if (cell > top) top = cell;
    }
    best[row] = top;
  }
  return best;
}
