import type { WeighedAsk } from '../alignment/pairing.ts';
import type { Candidate } from '../tracing/candidates.ts';

/** The names of what the grade looks at, in the order of the numbers. */
export const evidenceNames = [
  'covered',
  'window',
  'sameWords',
  'inOrder',
  'heaviest',
  'neighbours',
  'run',
  'wordRun',
  'mass',
  'clauseShare',
  'windowShare',
  'letters',
  'lettersNear',
  'actors',
  'figures',
  'absent',
  'ofBest',
  'lead',
  'usual',
  'askLength',
  'firmCover',
] as const;
export type EvidenceName = (typeof evidenceNames)[number];

/** One row of numbers per candidate. */
export function evidenceOf(ask: WeighedAsk, candidate: Candidate): number[] {
  const { features, standing } = candidate;
  return [
    features.covered,
    features.window,
    features.sameWords,
    features.inOrder,
    features.heaviest,
    features.neighbours,
    features.run,
    features.wordRun,
    features.mass,
    features.clauseShare,
    features.windowShare,
    features.letters,
    features.lettersNear,
    features.actors,
    features.figures,
    features.absent,
    standing.ofBest,
    standing.lead,
    standing.usual,
    Math.log(1 + ask.profile.terms.length),
    features.window * features.heaviest,
  ];
}
