import { type ReachWeights, reachWeights, topicPoints } from './weights.ts';

/** What moves a city up the list of those an activity should reach. */
export interface ReachFacts {
  readonly neverEngaged: boolean;
  readonly secondary: boolean;
  readonly globalSouth: boolean;
  readonly income: string | null;
  readonly languageNotServed: boolean;
  /** Topics of the activity that the city said it needs. */
  readonly needs: number;
  /** At its contact budget, or quiet: it sinks below all that have room. */
  readonly full: boolean;
}

export type ReachWhy =
  | 'need'
  | 'never-engaged'
  | 'secondary'
  | 'global-south'
  | 'income'
  | 'language-not-served';

export interface ReachPart {
  readonly why: ReachWhy;
  readonly points: number;
}

/** The parts of a city's points, largest rule first; the database counts the same (a test compares the two). */
export function reachParts(facts: ReachFacts, weights: ReachWeights = reachWeights): ReachPart[] {
  const parts: ReachPart[] = [
    { why: 'need', points: topicPoints(weights.need, facts.needs) },
    { why: 'never-engaged', points: facts.neverEngaged ? weights.neverEngaged : 0 },
    { why: 'secondary', points: facts.secondary ? weights.secondary : 0 },
    { why: 'global-south', points: facts.globalSouth ? weights.globalSouth : 0 },
    { why: 'income', points: incomePoints(facts.income, weights) },
    { why: 'language-not-served', points: facts.languageNotServed ? weights.languageNotServed : 0 },
  ];
  return parts.filter(({ points }) => points > 0);
}

export function incomePoints(income: string | null, weights: ReachWeights = reachWeights): number {
  return income === null ? 0 : (weights.income[income] ?? 0);
}

export function reachPoints(facts: ReachFacts, weights?: ReachWeights): number {
  return reachParts(facts, weights).reduce((sum, { points }) => sum + points, 0);
}

interface Placed extends ReachFacts {
  readonly population: number;
  readonly geonamesId: number;
}

/** Who comes first: those with room, then by points; of equals the larger city, then the older number. */
export function compareReach(a: Placed, b: Placed): number {
  return (
    Number(a.full) - Number(b.full) ||
    reachPoints(b) - reachPoints(a) ||
    b.population - a.population ||
    a.geonamesId - b.geonamesId
  );
}
