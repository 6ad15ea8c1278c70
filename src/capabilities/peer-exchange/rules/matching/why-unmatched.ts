import { sharedLanguages } from '../languages.ts';
import { type PoolCity, pairKey } from '../pool-city.ts';
import { lessonsFrom } from '../score.ts';
import type { MatchingProblem, MatchingResult, WhyUnmatched } from './problem.ts';

/** Of each city left over, the first thing that stood in its way with every other city. */
export function whyUnmatched(
  problem: MatchingProblem,
  placed: ReadonlySet<string>,
): MatchingResult['unmatched'] {
  const apart = new Set([...problem.apart, ...problem.forbidden].map(([a, b]) => pairKey(a, b)));
  return problem.cities
    .filter(({ id }) => !placed.has(id))
    .map((city) => ({ city: city.id, why: whyNot(city, problem.cities, apart) }));
}

function whyNot(city: PoolCity, all: readonly PoolCity[], apart: ReadonlySet<string>): WhyUnmatched {
  const fitting = all.filter(
    (other) => other !== city && lessonsFrom(city, other).length + lessonsFrom(other, city).length > 0,
  );
  if (fitting.length === 0) return 'nothing-fits';
  const speaking = fitting.filter((other) => sharedLanguages([city.languages, other.languages]).length > 0);
  if (speaking.length === 0) return 'no-common-language';
  return speaking.every((other) => apart.has(pairKey(city.id, other.id))) ? 'kept-apart' : 'places-taken';
}
