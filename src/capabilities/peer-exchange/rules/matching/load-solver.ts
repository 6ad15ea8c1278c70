import loader from 'highs';
import { highsSolver } from './highs-solver.ts';
import type { LinearSolver } from './linear-solver.ts';

// Its types are written for CommonJS, where the function stands under `default`; as a module it is the default itself.
const load = loader as unknown as (typeof loader)['default'];

/** Takes about a tenth of a second and 20 MB. */
export async function loadSolver(): Promise<LinearSolver> {
  return highsSolver(await load());
}
