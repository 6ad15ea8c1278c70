import { fuse } from './fusion.ts';
import { dampened, groupsOfWord, letterGroups } from './letter-groups.ts';
import type { Lexicon } from './lexicon.ts';
import { addBm25, Postings } from './postings.ts';
import type { Profile, Term } from './profile.ts';

export interface Rankings {
  readonly stems: Float64Array;
  readonly concepts: Float64Array;
  readonly letters: Float64Array;
  readonly fused: Float64Array;
}

/** Which of the three rankings take part; the bench switches them off one by one. */
export interface RankingChoice {
  readonly stems: boolean;
  readonly concepts: boolean;
  readonly letters: boolean;
}

const allRankings: RankingChoice = { stems: true, concepts: true, letters: true };

export interface LetterWeights {
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** One text, ready to be asked which of its paragraphs an ask resembles. */
export class TextIndex {
  readonly profiles: readonly Profile[];
  readonly lexicon: Lexicon;
  readonly #stems = new Postings<number>();
  readonly #concepts = new Postings<number>();
  readonly #groups = new Postings<string>();
  readonly #lengths: Float64Array;
  readonly #meanLength: number;
  readonly #norms: Float64Array;
  readonly #rarity = new Map<string, number>();
  readonly #weights = new Map<number, Float64Array>();

  constructor(profiles: readonly Profile[], lexicon: Lexicon) {
    this.profiles = profiles;
    this.lexicon = lexicon;
    this.#lengths = new Float64Array(profiles.length);
    this.#norms = new Float64Array(profiles.length);
    for (const [at, profile] of profiles.entries()) {
      this.#lengths[at] = profile.terms.length;
      for (const term of profile.terms) {
        this.#stems.add(term.stem, at);
        for (const concept of term.concepts) this.#concepts.add(concept, at);
      }
      for (const [group, times] of letterGroups(profile.words)) {
        for (let turn = 0; turn < times; turn += 1) this.#groups.add(group, at);
      }
    }
    this.#meanLength = Math.max(
      1,
      this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, profiles.length),
    );
    for (const [, posting] of this.#groups.entries()) {
      const weight = this.#groupRarity(posting.paragraphs.length);
      for (const [at, paragraph] of posting.paragraphs.entries()) {
        const share = dampened(posting.counts[at] ?? 1) * weight;
        // From here on the counts of letter groups are their weights, so that ranking only multiplies.
        posting.counts[at] = share;
        this.#norms[paragraph] = (this.#norms[paragraph] ?? 0) + share * share;
      }
    }
    for (const [at, square] of this.#norms.entries()) this.#norms[at] = Math.sqrt(square);
  }

  get size(): number {
    return this.profiles.length;
  }

  rank(ask: Profile, choice: RankingChoice = allRankings): Rankings {
    const crossing = this.profiles[0] !== undefined && this.profiles[0].language !== ask.language;
    const stems = new Float64Array(this.size);
    const concepts = new Float64Array(this.size);
    const seen = new Set<number>();
    const named = new Set<number>();
    for (const term of ask.terms) {
      if (!seen.has(term.stem)) {
        seen.add(term.stem);
        this.#addStem(stems, term, 0.3 + term.weight);
      }
      for (const [at, concept] of term.concepts.entries()) {
        if (named.has(concept)) continue;
        named.add(concept);
        const posting = this.#concepts.of(concept);
        const weight = (at < term.longest ? 1 : 0.4) * (0.15 + term.weight);
        if (posting) addBm25(concepts, posting, this.#lengths, this.#meanLength, weight);
      }
    }
    const letters = this.#letters(ask);
    const fused = fuse([
      { scores: stems, weight: choice.stems ? (crossing ? 0.5 : 1) : 0 },
      { scores: concepts, weight: choice.concepts ? (crossing ? 1 : 0.7) : 0 },
      { scores: letters, weight: choice.letters ? 1 : 0 },
    ]);
    return { stems, concepts, letters, fused };
  }

  #addStem(scores: Float64Array, term: Term, weight: number): void {
    const posting = this.#stems.of(term.stem);
    if (posting) addBm25(scores, posting, this.#lengths, this.#meanLength, weight);
    for (const [form, alike] of this.lexicon.formsOf(term.stem)) {
      const other = this.#stems.of(form);
      if (other) addBm25(scores, other, this.#lengths, this.#meanLength, weight * alike * 0.6);
    }
  }

  #letters(ask: Profile): Float64Array {
    const scores = new Float64Array(this.size);
    let norm = 0;
    for (const [group, times] of letterGroups(ask.words)) {
      const posting = this.#groups.of(group);
      const weight = dampened(times) * this.#groupRarity(posting?.paragraphs.length ?? 0);
      norm += weight * weight;
      if (!posting) continue;
      const { paragraphs, counts } = posting;
      for (let at = 0; at < paragraphs.length; at += 1) {
        const paragraph = paragraphs[at] as number;
        scores[paragraph] = (scores[paragraph] as number) + weight * (counts[at] as number);
      }
    }
    for (let at = 0; at < scores.length; at += 1) {
      const both = Math.sqrt(norm) * (this.#norms[at] as number);
      if (both > 0) scores[at] = (scores[at] as number) / both;
    }
    return scores;
  }

  /** Weighted share of the ask's letter groups that stand between two words of a clause. */
  lettersWithin(ask: LetterWeights, clause: Profile, from: number, to: number): number {
    let found = 0;
    const told = new Set<string>();
    for (let at = from; at < to; at += 1) {
      for (const group of groupsOfWord(clause.words[at]?.folded ?? '')) {
        const weight = ask.weights.get(group);
        if (weight === undefined || told.has(group)) continue;
        told.add(group);
        found += weight;
      }
    }
    return ask.total > 0 ? found / ask.total : 0;
  }

  /** How much each of an ask's letter groups says in this text. */
  letterWeightsOf(ask: Profile): LetterWeights {
    const weights = new Map<string, number>();
    let total = 0;
    for (const group of letterGroups(ask.words).keys()) {
      const rarity = this.#groupRarity(this.#groups.of(group)?.paragraphs.length ?? 0);
      weights.set(group, rarity * rarity);
      total += rarity * rarity;
    }
    return { weights, total };
  }

  /** What each term of a paragraph weighs in this text: its kind times its rarity. */
  weightsOf(paragraph: number): Float64Array {
    let weights = this.#weights.get(paragraph);
    if (!weights) {
      const terms = this.profiles[paragraph]?.terms ?? [];
      weights = Float64Array.from(terms, (term) => term.weight * (0.2 + 0.8 * this.rarityOf(term).rarity));
      this.#weights.set(paragraph, weights);
    }
    return weights;
  }

  /** In how many paragraphs two stems both stand. */
  holdingBoth(one: number, other: number): number {
    const first = this.#stems.of(one)?.paragraphs ?? [];
    if (one === other) return first.length;
    const second = new Set(this.#stems.of(other)?.paragraphs ?? []);
    return first.filter((paragraph) => second.has(paragraph)).length;
  }

  #groupRarity(holding: number): number {
    return Math.log(1 + (this.size + 1) / (holding + 1));
  }

  /**
   * How rare a term's matter is here, 0 (in every paragraph) to 1 (in none): paragraphs with the stem or a concept of
   * its longest label count. `absent` tells that no paragraph has it.
   */
  rarityOf(term: Term): { rarity: number; absent: boolean } {
    const key = `${term.stem}/${term.concepts.slice(0, term.longest).join(',')}`;
    let holding = this.#rarity.get(key);
    if (holding === undefined) {
      const paragraphs = new Set(this.#stems.of(term.stem)?.paragraphs ?? []);
      for (const concept of term.concepts.slice(0, term.longest)) {
        for (const paragraph of this.#concepts.of(concept)?.paragraphs ?? []) paragraphs.add(paragraph);
      }
      if (paragraphs.size === 0) {
        for (const form of this.lexicon.formsOf(term.stem).keys()) {
          for (const paragraph of this.#stems.of(form)?.paragraphs ?? []) paragraphs.add(paragraph);
        }
      }
      holding = paragraphs.size;
      this.#rarity.set(key, holding);
    }
    const size = Math.max(this.size, 20);
    const rarity = Math.min(1, Math.log((size + 1) / (holding + 0.5)) / Math.log(size + 1));
    return { rarity, absent: holding === 0 };
  }
}
