/** A city that bears exactly the name asked for. */
export interface Candidate {
  readonly population: number;
  readonly isCapital: boolean;
}

const outweighs = 10;
const outweighsAsCapital = 3;

/**
 * The one city meant by a name that several bear, when there is no doubt: it is ten times as large as the next,
 * or a capital three times as large. Paris is in France; Birmingham may be in two countries.
 * @param candidates the largest first
 */
export function oneAnswer<City extends Candidate>(candidates: readonly City[]): City | undefined {
  const [first, second] = candidates;
  if (!first || !second) return first;
  const factor = first.isCapital ? outweighsAsCapital : outweighs;
  return first.population > 0 && first.population >= factor * second.population ? first : undefined;
}
