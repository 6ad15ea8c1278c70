import { wordsOf } from '../text/words.ts';
import type { Paragraph } from '../tracing/document.ts';

/** Two paragraphs of two drafts: how much of each stands in the other, by rare words and word pairs. */
export interface Resemblance {
  readonly from: number;
  readonly to: number;
  readonly ofFrom: number;
  readonly ofTo: number;
  /** Twice what they share over both together: 1 the same text. */
  readonly both: number;
}

interface Bag {
  readonly parts: Map<string, number>;
  weight: number;
}

const least = 0.18;
/** A word or pair found in more paragraphs than this links nothing worth following. */
const mostPlaces = 40;
/** Of all the paragraphs that share something, how many are compared in full. */
const nearestKept = 12;

/** Every pair that shares enough to matter. Goes by shared rare words, so it grows with the text, not its square. */
export function resemblances(from: readonly Paragraph[], to: readonly Paragraph[]): Resemblance[] {
  const before = from.map((paragraph) => bagOf(paragraph.text));
  const after = to.map((paragraph) => bagOf(paragraph.text));
  const holding = new Map<string, number>();
  for (const bag of [...before, ...after])
    for (const part of bag.parts.keys()) holding.set(part, (holding.get(part) ?? 0) + 1);
  const total = before.length + after.length;
  const rarities = new Map([...holding].map(([part, times]) => [part, Math.log(1 + total / times)]));
  const rarity = (part: string): number => rarities.get(part) ?? 0;
  for (const bag of [...before, ...after])
    for (const [part, times] of bag.parts) bag.weight += times * rarity(part);
  const places = new Map<string, number[]>();
  for (const [at, bag] of after.entries()) {
    for (const part of bag.parts.keys()) {
      const list = places.get(part);
      if (list) list.push(at);
      else places.set(part, [at]);
    }
  }
  return before.flatMap((bag, at) => found(bag, at, after, places, rarity));
}

function found(
  bag: Bag,
  from: number,
  after: readonly Bag[],
  places: ReadonlyMap<string, readonly number[]>,
  rarity: (part: string) => number,
): Resemblance[] {
  const shares = new Map<number, number>();
  for (const part of bag.parts.keys()) {
    const list = places.get(part);
    if (!list || list.length > mostPlaces) continue;
    const weight = rarity(part);
    for (const at of list) shares.set(at, (shares.get(at) ?? 0) + weight);
  }
  const nearest = [...shares].toSorted((a, b) => b[1] - a[1]).slice(0, nearestKept);
  const pairs: Resemblance[] = [];
  for (const [to] of nearest) {
    const other = after[to];
    if (!other) continue;
    let shared = 0;
    for (const [part, times] of bag.parts) {
      const there = other.parts.get(part);
      if (there !== undefined) shared += Math.min(times, there) * rarity(part);
    }
    const pair = {
      from,
      to,
      ofFrom: shared / bag.weight,
      ofTo: shared / other.weight,
      both: (2 * shared) / (bag.weight + other.weight),
    };
    if (pair.both >= least || pair.ofFrom >= 0.4 || pair.ofTo >= 0.4) pairs.push(pair);
  }
  return pairs;
}

function bagOf(text: string): Bag {
  const words = wordsOf(text).map((word) => word.folded);
  const parts = new Map<string, number>();
  const add = (part: string): void => {
    parts.set(part, (parts.get(part) ?? 0) + 1);
  };
  for (const [at, word] of words.entries()) {
    add(word);
    const next = words[at + 1];
    if (next !== undefined) add(`${word} ${next}`);
  }
  return { parts, weight: 1e-9 };
}
