import { plainly } from '../text/words.ts';
import type { Paragraph } from '../tracing/document.ts';
import { type Resemblance, resemblances } from './resemblance.ts';

/** What became of a clause: a lifeline is a chain of these from draft to draft. */
export type Fate = 'kept' | 'moved' | 'reworded' | 'split' | 'merged' | 'dropped' | 'new';

export interface Passage {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly kind: Fate;
  /** How much of the wording is shared, 0 to 1; 0 for dropped and new. */
  readonly score: number;
}

interface Link {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly kind: Fate;
  readonly score: number;
}

const rewordedFrom = 0.3;
const nearlySame = 0.93;

/** Pairs the clauses of two drafts; every clause of both stands in exactly one passage, in the order of the later draft. */
export function alignDrafts(from: readonly Paragraph[], to: readonly Paragraph[]): Passage[] {
  const links: Link[] = [];
  const usedFrom = new Set<number>();
  const usedTo = new Set<number>();
  const link = (made: Link): void => {
    links.push(made);
    for (const one of made.from) usedFrom.add(one);
    for (const one of made.to) usedTo.add(one);
  };
  for (const [one, other] of sameTexts(from, to)) link({ from: [one], to: [other], kind: 'kept', score: 1 });
  const open = (pair: Resemblance): boolean => !usedFrom.has(pair.from) && !usedTo.has(pair.to);
  const pairs = resemblances(from, to).filter(open);
  for (const parted of partings(pairs, 'from'))
    if (parted.to.every((one) => !usedTo.has(one)) && parted.from.every((one) => !usedFrom.has(one)))
      link(parted);
  for (const joined of partings(pairs.filter(open), 'to'))
    if (joined.from.every((one) => !usedFrom.has(one)) && joined.to.every((one) => !usedTo.has(one)))
      link(joined);
  const nearness = (pair: Resemblance): number =>
    pair.both +
    0.02 * (1 - Math.abs(pair.from / Math.max(1, from.length) - pair.to / Math.max(1, to.length)));
  for (const pair of pairs.toSorted((a, b) => nearness(b) - nearness(a))) {
    if (open(pair) && pair.both >= rewordedFrom)
      link({ from: [pair.from], to: [pair.to], kind: 'reworded', score: pair.both });
  }
  const moved = outOfOrder(links);
  const told = links.map((one) =>
    moved.has(one) && one.score >= nearlySame ? { ...one, kind: 'moved' as const } : one,
  );
  for (const at of from.keys())
    if (!usedFrom.has(at)) told.push({ from: [at], to: [], kind: 'dropped', score: 0 });
  for (const at of to.keys()) if (!usedTo.has(at)) told.push({ from: [], to: [at], kind: 'new', score: 0 });
  return inReadingOrder(told).map((one) => ({
    from: one.from.map((at) => from[at]?.id ?? ''),
    to: one.to.map((at) => to[at]?.id ?? ''),
    kind: one.kind,
    score: Math.round(one.score * 1e4) / 1e4,
  }));
}

/** Same words in the same order; of several alike, the nearest in the order of the drafts. */
function sameTexts(from: readonly Paragraph[], to: readonly Paragraph[]): [number, number][] {
  const places = new Map<string, number[]>();
  for (const [at, paragraph] of to.entries()) {
    const key = plainly(paragraph.text);
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  const pairs: [number, number][] = [];
  for (const [at, paragraph] of from.entries()) {
    const list = places.get(plainly(paragraph.text));
    if (!list || list.length === 0) continue;
    const nearest = list.reduce((best, one) => (Math.abs(one - at) < Math.abs(best - at) ? one : best));
    list.splice(list.indexOf(nearest), 1);
    pairs.push([at, nearest]);
  }
  return pairs;
}

/**
 * One clause whose wording lives on in two or more (`side` from: split), or the other way round (to: merged). Each
 * part must be mostly made of the whole, and the parts together must say most of it.
 */
function partings(pairs: readonly Resemblance[], side: 'from' | 'to'): Link[] {
  const groups = new Map<number, Resemblance[]>();
  for (const pair of pairs) {
    const ofPart = side === 'from' ? pair.ofTo : pair.ofFrom;
    const ofWhole = side === 'from' ? pair.ofFrom : pair.ofTo;
    if (ofPart < 0.55 || ofWhole < 0.15) continue;
    const whole = side === 'from' ? pair.from : pair.to;
    groups.set(whole, [...(groups.get(whole) ?? []), pair]);
  }
  const links: Link[] = [];
  for (const [whole, parts] of groups) {
    const share = parts.reduce((sum, part) => sum + (side === 'from' ? part.ofFrom : part.ofTo), 0);
    const strongest = Math.max(...parts.map((part) => part.both));
    // Two near copies of one clause are duplicates, not the halves of a split.
    if (parts.length < 2 || share < 0.6 || share > 1.35 || strongest > 0.9) continue;
    const others = parts.map((part) => (side === 'from' ? part.to : part.from)).toSorted((a, b) => a - b);
    const score = Math.min(1, share);
    links.push(
      side === 'from'
        ? { from: [whole], to: others, kind: 'split', score }
        : { from: others, to: [whole], kind: 'merged', score },
    );
  }
  return links.toSorted((a, b) => b.score - a.score);
}

/** Links outside the longest row that keeps its order in both drafts. */
function outOfOrder(links: readonly Link[]): Set<Link> {
  const row = links
    .filter((one) => one.from.length > 0 && one.to.length > 0)
    .toSorted((a, b) => (a.from[0] ?? 0) - (b.from[0] ?? 0));
  const tails: number[] = [];
  const before: number[] = [];
  const at = (index: number): number => row[index]?.to[0] ?? 0;
  for (const index of row.keys()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(tails[middle] ?? 0) < at(index)) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const inOrder = new Set<Link>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const one = row[index];
    if (one) inOrder.add(one);
  }
  return new Set(row.filter((one) => !inOrder.has(one)));
}

/** By place in the later draft; a dropped clause comes after what stood before it. */
function inReadingOrder(links: readonly Link[]): Link[] {
  const placeOf = new Map<number, number>();
  for (const one of links)
    for (const from of one.from) if (one.to.length > 0) placeOf.set(from, Math.max(...one.to));
  const place = (one: Link): number => {
    if (one.to.length > 0) return one.to[0] ?? 0;
    for (let at = (one.from[0] ?? 0) - 1; at >= 0; at -= 1) {
      const known = placeOf.get(at);
      if (known !== undefined) return known + 0.5 + (one.from[0] ?? 0) / 1e6;
    }
    return -1 + (one.from[0] ?? 0) / 1e6;
  };
  return links.toSorted((a, b) => place(a) - place(b));
}
