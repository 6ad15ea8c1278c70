import { Worker } from 'node:worker_threads';
import type { MatchingProblem, MatchingResult } from '../rules/matching/problem.ts';

// Beside this file: as it was written, or as it was built.
const thread = new URL(
  import.meta.url.endsWith('.ts') ? './solve-thread.ts' : './solve-thread.js',
  import.meta.url,
);

/** Solves beside everything else the program does. Undefined when the pins cannot be kept. */
export async function solveInThread(problem: MatchingProblem): Promise<MatchingResult | undefined> {
  return await new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: problem });
    worker.once('message', (result: MatchingResult | null) => resolve(result ?? undefined));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the matching thread ended with ${code}`));
    });
  });
}
