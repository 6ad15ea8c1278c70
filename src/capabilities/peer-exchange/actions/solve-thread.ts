import { parentPort, workerData } from 'node:worker_threads';
import { loadSolver } from '../rules/matching/load-solver.ts';
import { matchPool } from '../rules/matching/match-pool.ts';
import type { MatchingProblem, MatchingResult } from '../rules/matching/problem.ts';

/** Runs in a thread of its own: the solver holds its thread until it is done. */
const result = matchPool(workerData as MatchingProblem, await loadSolver(), () => performance.now());
const answer: MatchingResult | null = result ?? null;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(answer);
