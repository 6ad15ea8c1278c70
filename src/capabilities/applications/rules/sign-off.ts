import type { StageKey } from './others.ts';

/** One line of the exchange between lead and certifier. */
export interface SignOff {
  readonly kind: 'asked' | 'signed' | 'sent-back';
  readonly answersHash: string;
  readonly reason: string | null;
  readonly personId: string;
  readonly byName: string;
  readonly at: Date;
}

/** Where it stands: whether the certifier was asked, and what they said last. Sending signs. */
export type SignOffStanding = 'not-asked' | 'waiting' | 'sent-back' | 'signed';

export function signOffStanding(newestFirst: readonly SignOff[]): SignOffStanding {
  const [last] = newestFirst;
  if (!last) return 'not-asked';
  return last.kind === 'asked' ? 'waiting' : last.kind;
}

/** An expression of interest takes five minutes: a certifier may send it alone. Later stages take two: a lead asks, a certifier sends. */
export function needsTwoPeople(stage: StageKey): boolean {
  return stage !== 'intake';
}
