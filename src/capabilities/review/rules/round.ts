export const roundStates = ['assigning', 'scoring', 'discussing', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** A round goes one way: reviewers are given their applications, score alone, speak, and end. */
export const nextState: Readonly<Record<RoundState, RoundState | null>> = {
  assigning: 'scoring',
  scoring: 'discussing',
  discussing: 'closed',
  closed: null,
};

export const recommendations = ['fund', 'maybe', 'not-fund'] as const;
export type Recommendation = (typeof recommendations)[number];

export type AssignmentState = 'assigned' | 'declined' | 'abstained' | 'filed' | 'taken-back';
