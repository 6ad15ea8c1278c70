import { parentPort, workerData } from 'node:worker_threads';
import { loadHighs } from '../../../platform/solver/load-highs.ts';
import { highsSolver } from '../rules/matching/highs-solver.ts';
import { matchPool } from '../rules/matching/match-pool.ts';
import type { MatchingProblem, MatchingResult } from '../rules/matching/problem.ts';

/** Runs in a thread of its own: the solver holds its thread until it is done. */
/** What this thread has computed, in milliseconds: a busy machine makes a round later, not worse. */
const computed = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const result = matchPool(workerData as MatchingProblem, highsSolver(await loadHighs()), computed);
const answer: MatchingResult | null = result ?? null;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(answer);
