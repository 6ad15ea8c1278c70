import type { Ask, TracedText } from '../../src/capabilities/influence/rules/tracing/document.ts';

/** What an ordinary search would say: plain words, no stems, no concepts. Every paragraph gets a score. */
export interface Baseline {
  readonly name: string;
  /** Claims at or above this; the best value on the labelled sets, which favours the baseline. */
  scores(asks: readonly Ask[], text: TracedText): Float64Array[];
}

const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function counts(words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

function holdings(paragraphs: readonly Map<string, number>[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const paragraph of paragraphs)
    for (const word of paragraph.keys()) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

export const bm25: Baseline = {
  name: 'BM25',
  scores(asks, text) {
    const paragraphs = text.paragraphs.map((paragraph) => counts(plainWords(paragraph.text)));
    const held = holdings(paragraphs);
    const lengths = text.paragraphs.map((paragraph) => plainWords(paragraph.text).length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    const idf = (word: string): number =>
      Math.log(1 + (paragraphs.length - (held.get(word) ?? 0) + 0.5) / ((held.get(word) ?? 0) + 0.5));
    return asks.map((ask) => {
      const words = [...new Set(plainWords(ask.text))];
      const self = words.reduce((sum, word) => sum + idf(word), 0) * 1.2;
      return Float64Array.from(paragraphs, (paragraph, at) => {
        const score = words.reduce((sum, word) => {
          const times = paragraph.get(word) ?? 0;
          return (
            sum + (idf(word) * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / mean))
          );
        }, 0);
        return score / Math.max(1e-9, self);
      });
    });
  },
};

export const tfIdf: Baseline = {
  name: 'TF-IDF cosine',
  scores(asks, text) {
    const paragraphs = text.paragraphs.map((paragraph) => counts(plainWords(paragraph.text)));
    const held = holdings(paragraphs);
    const idf = (word: string): number => Math.log((paragraphs.length + 1) / ((held.get(word) ?? 0) + 1)) + 1;
    const norm = (words: Map<string, number>): number =>
      Math.sqrt([...words].reduce((sum, [word, times]) => sum + (times * idf(word)) ** 2, 0));
    const norms = paragraphs.map(norm);
    return asks.map((ask) => {
      const words = counts(plainWords(ask.text));
      const mine = norm(words);
      return Float64Array.from(paragraphs, (paragraph, at) => {
        let dot = 0;
        for (const [word, times] of words) dot += times * (paragraph.get(word) ?? 0) * idf(word) ** 2;
        return dot / Math.max(1e-9, mine * (norms[at] ?? 1));
      });
    });
  },
};

export const sixWordRuns: Baseline = {
  name: '6-word runs',
  scores(asks, text) {
    const runs = (words: readonly string[]): Set<string> =>
      new Set(
        words.slice(0, Math.max(0, words.length - 5)).map((_, at) => words.slice(at, at + 6).join(' ')),
      );
    const paragraphs = text.paragraphs.map((paragraph) => runs(plainWords(paragraph.text)));
    return asks.map((ask) => {
      const mine = runs(plainWords(ask.text));
      return Float64Array.from(
        paragraphs,
        (paragraph) => [...mine].filter((run) => paragraph.has(run)).length / Math.max(1, mine.size),
      );
    });
  },
};

export const baselines: readonly Baseline[] = [bm25, tfIdf, sixWordRuns];
