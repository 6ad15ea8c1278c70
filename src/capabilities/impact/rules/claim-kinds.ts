import type { ClaimKind } from '../../../edition/schema/figures.ts';

export type { ClaimKind };
export type Objective = 1 | 2 | 3 | 4;

/** What a claim is about. A `record` is anything else with a name: a window, a commitment, a forum. */
export const subjectKinds = ['city', 'organisation', 'position', 'record'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

interface KindRule {
  readonly subjects: readonly SubjectKind[];
  /** What the claim measures: the fact itself, an amount of money, or a number of something. */
  readonly takes: 'nothing' | 'amount' | 'count';
  /** The objective it serves unless its proposer says another. */
  readonly objective: Objective;
}

/** What each kind of claim is about and asks for; the order is the one shown. */
export const kindRules: Readonly<Record<ClaimKind, KindRule>> = {
  'city-engaged': { subjects: ['city'], takes: 'nothing', objective: 1 },
  'seat-at-forum': { subjects: ['city', 'organisation', 'record'], takes: 'nothing', objective: 1 },
  partner: { subjects: ['organisation'], takes: 'nothing', objective: 1 },
  'position-influenced': { subjects: ['position'], takes: 'nothing', objective: 2 },
  'funding-committed': { subjects: ['organisation', 'record'], takes: 'amount', objective: 3 },
  'direct-grant': { subjects: ['city'], takes: 'amount', objective: 3 },
  'follow-on-external': { subjects: ['city', 'organisation', 'record'], takes: 'amount', objective: 3 },
  'follow-on-own': { subjects: ['city', 'organisation', 'record'], takes: 'amount', objective: 3 },
  'influenced-external': { subjects: ['city', 'organisation', 'record'], takes: 'amount', objective: 3 },
  'grantee-announced': { subjects: ['city'], takes: 'nothing', objective: 3 },
  'grantee-contracted': { subjects: ['city'], takes: 'nothing', objective: 3 },
  'grantee-active': { subjects: ['city'], takes: 'nothing', objective: 3 },
  'grantee-completed': { subjects: ['city'], takes: 'nothing', objective: 3 },
  'commitment-made': { subjects: ['city', 'organisation', 'record'], takes: 'nothing', objective: 4 },
  'people-reached-directly': { subjects: ['city', 'record'], takes: 'count', objective: 4 },
  'people-reached-indirectly': { subjects: ['city', 'record'], takes: 'count', objective: 4 },
};

export const claimKinds = Object.keys(kindRules) as ClaimKind[];

export function isClaimKind(text: string): text is ClaimKind {
  return Object.hasOwn(kindRules, text);
}

/** Units are kept apart: a household is not a person. */
export const countUnits = [
  'people',
  'households',
  'enterprises',
  'applications',
  'participants',
  'employers',
  'vehicles',
] as const;
export type CountUnit = (typeof countUnits)[number];
