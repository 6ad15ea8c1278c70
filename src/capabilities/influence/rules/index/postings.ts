/** Where a key occurs: paragraph numbers and how often in each. */
export interface Posting {
  readonly paragraphs: number[];
  readonly counts: number[];
}

/** An inverted index: keys are stems, concepts or letter groups. */
export class Postings<Key> {
  readonly #lists = new Map<Key, Posting>();

  add(key: Key, paragraph: number): void {
    let list = this.#lists.get(key);
    if (!list) {
      list = { paragraphs: [], counts: [] };
      this.#lists.set(key, list);
    }
    const last = list.paragraphs.length - 1;
    if (list.paragraphs[last] === paragraph) list.counts[last] = (list.counts[last] ?? 0) + 1;
    else {
      list.paragraphs.push(paragraph);
      list.counts.push(1);
    }
  }

  of(key: Key): Posting | undefined {
    return this.#lists.get(key);
  }

  entries(): IterableIterator<[Key, Posting]> {
    return this.#lists.entries();
  }
}

/** Okapi BM25's share of one key for every paragraph that holds it, added onto `scores`. */
export function addBm25(
  scores: Float64Array,
  posting: Posting,
  lengths: Float64Array,
  meanLength: number,
  weight: number,
): void {
  const count = lengths.length;
  const holding = posting.paragraphs.length;
  const idf = Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
  for (let at = 0; at < holding; at += 1) {
    const paragraph = posting.paragraphs[at] as number;
    const times = posting.counts[at] as number;
    const norm = 1.2 * (0.25 + (0.75 * (lengths[paragraph] as number)) / meanLength);
    scores[paragraph] = (scores[paragraph] as number) + (weight * idf * times * 2.2) / (times + norm);
  }
}
