import { scoreLesson, scorePair } from '../score.ts';
import { bestChoice } from './best-choice.ts';
import { type Column, type Places, totalOf } from './column.ts';
import { greedyChoice } from './greedy.ts';
import type { LinearSolver } from './linear-solver.ts';
import { groupPool, pairPool, type Pool } from './pool.ts';
import type { MatchingProblem, MatchingResult, Proposal } from './problem.ts';
import { whyUnmatched } from './why-unmatched.ts';

/**
 * The best matching of the whole pool, proven or with its gap; what staff's wishes cost; and what greed would have reached.
 * @param clock milliseconds, only for how long it took and when to stop
 * @returns undefined when the pins cannot be kept all together
 */
export function matchPool(
  problem: MatchingProblem,
  solver: LinearSolver,
  clock: () => number,
): MatchingResult | undefined {
  const began = clock();
  const secondsLeft = (share: number) => () => problem.secondsAtMost * share - (clock() - began) / 1000;
  const hasWishes = problem.pins.length + problem.forbidden.length > 0;
  const freePool = poolOf({ ...problem, pins: [], forbidden: [] });
  const greedy = greedyOver(freePool);
  const free = bestChoice(freePool.source, freePool.places, solver, secondsLeft(hasWishes ? 0.5 : 1), greedy);
  if (!free) return undefined;
  const pool = hasWishes ? poolOf(problem) : freePool;
  if (pool.places.atMost.some((places) => places < 0)) return undefined;
  const choice = hasWishes
    ? bestChoice(pool.source, pool.places, solver, secondsLeft(1), greedyOver(pool))
    : free;
  if (!choice) return undefined;
  const pinned = totalOf(pool.taken);
  const proposals = [
    ...pool.taken.map((column) => proposalOf(problem, column, true)),
    ...choice.chosen.map((column) => proposalOf(problem, column, false)),
  ].toSorted((a, b) => b.points - a.points);
  const placed = new Set(proposals.flatMap(({ cities }) => cities));
  return {
    proposals,
    unmatched: whyUnmatched(problem, placed),
    total: choice.total + pinned,
    bound: choice.bound + pinned,
    free: free.total,
    greedy: totalOf(greedy),
    candidates: pool.source.count,
    looked: choice.looked,
    seconds: (clock() - began) / 1000,
  };
}

function poolOf(problem: MatchingProblem): Pool {
  return problem.shape === 'pairs' ? pairPool(problem) : groupPool(problem);
}

/** Batch after batch of the best that still have room, until nothing has. */
function greedyOver({ source, places }: Pool): Column[] {
  const chosen: Column[] = [];
  const left = [...places.atMost];
  for (;;) {
    const closed = left.map((n) => (n > 0 ? 0 : Number.MAX_SAFE_INTEGER));
    const known = new Map(chosen.map((column) => [column.key, column]));
    const batch = source.gaining({ cities: closed, cuts: [] }, known);
    const taken = greedyChoice(batch, { atMost: left, atLeast: places.atLeast } satisfies Places);
    if (taken.length === 0) return chosen;
    chosen.push(...taken);
    for (const city of taken.flatMap(({ cities }) => cities)) left[city] = (left[city] ?? 0) - 1;
  }
}

function proposalOf(problem: MatchingProblem, column: Column, pinned: boolean): Proposal {
  const { cities, weights, wish } = problem;
  const members = column.cities.flatMap((place) => cities[place] ?? []);
  const topic = members.flatMap(({ offers }) => offers).find((offer) => offer === column.topic) ?? null;
  const [first, ...others] = members;
  const isPinned =
    pinned || problem.pins.some((pin) => pin.every((id) => members.some((one) => one.id === id)));
  const scored = first
    ? others.flatMap(
        (other) =>
          (topic
            ? scoreLesson(first, other, topic, weights, wish)
            : scorePair(first, other, weights, wish)) ?? [],
      )
    : [];
  return {
    cities: members.map(({ id }) => id),
    host: topic && first ? first.id : null,
    topic,
    points: column.points,
    pinned: isPinned,
    grounds: scored.map(({ grounds }) => grounds),
  };
}
