import { faultsOf } from './check-set.ts';
import { amountOf, type Grant, type PortfolioProblem, worthOf } from './problem.ts';

/** Every set there is: for small problems, to hold the solver against. @returns undefined when none keeps to the limits */
export function bruteForce(problem: PortfolioProblem): number | undefined {
  const { candidates, steps, leastSteps } = problem;
  let best: number | undefined;
  const walk = (index: number, grants: readonly Grant[]): void => {
    const candidate = candidates[index];
    if (!candidate) {
      const points = worthOf(grants, problem);
      if ((best === undefined || points > best) && faultsOf(problem, grants).length === 0) best = points;
      return;
    }
    walk(index + 1, grants);
    for (let given = leastSteps; given <= steps; given += 1) {
      const amountMinor = amountOf(candidate.askMinor, given, steps);
      walk(index + 1, [...grants, { id: candidate.id, steps: given, amountMinor }]);
    }
  };
  walk(0, []);
  return best;
}

/** The best ones first while they fit, as committees do with a ranked list. */
export function greedy(problem: PortfolioProblem): Grant[] {
  const grants: Grant[] = [];
  for (const { id, askMinor } of problem.candidates.toSorted((a, b) => b.points - a.points)) {
    const next = [...grants, { id, steps: problem.steps, amountMinor: askMinor }];
    const faults = faultsOf({ ...problem, forcedIn: [] }, next).filter(
      (fault) => fault.kind !== 'limit' || !isLeast(problem, fault.limitId),
    );
    if (faults.length === 0) grants.splice(0, grants.length, ...next);
  }
  return grants;
}

/** What must be reached is reached at the end, if at all: it stops no one on the way. */
function isLeast({ limits }: PortfolioProblem, limitId: string): boolean {
  return limits.some(({ id, atMost }) => id === limitId && atMost === undefined);
}
