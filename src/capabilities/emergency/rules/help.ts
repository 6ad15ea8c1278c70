export const helpKinds = ['advice', 'staff', 'supplies', 'shelter', 'funds', 'translation', 'other'] as const;
export type HelpKind = (typeof helpKinds)[number];

export const pairingStates = ['offered', 'agreed', 'under-way', 'done', 'fell-through'] as const;
export type PairingState = (typeof pairingStates)[number];

const onwards: Record<PairingState, readonly PairingState[]> = {
  offered: ['agreed', 'fell-through'],
  agreed: ['under-way', 'fell-through'],
  'under-way': ['done', 'fell-through'],
  done: [],
  'fell-through': [],
};

export function nextStates(state: PairingState): readonly PairingState[] {
  return onwards[state];
}

interface Paired {
  readonly needId: string;
  readonly state: PairingState;
}

/** Needs that two or more helpers are bound for at once: somebody should ask whether that is meant. */
export function crowdedNeeds(pairings: readonly Paired[]): ReadonlySet<string> {
  const helpers = new Map<string, number>();
  for (const { needId, state } of pairings)
    if (state !== 'fell-through' && state !== 'done') helpers.set(needId, (helpers.get(needId) ?? 0) + 1);
  return new Set([...helpers].filter(([, count]) => count > 1).map(([needId]) => needId));
}
