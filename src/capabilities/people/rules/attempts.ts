import { because, type Reason } from '../../../kernel/refusal.ts';

/** Failed attempts, this one included: by account and network in 15 minutes; by account and by network in an hour. */
export interface FailedAttempts {
  readonly byBoth: number;
  readonly byAccount: number;
  readonly byNetwork: number;
}

export type AttemptPurpose = 'passphrase' | 'second-factor' | 'mail' | 'code-request';

const limits: Record<AttemptPurpose, FailedAttempts> = {
  // No limit by account alone: a stranger elsewhere must not be able to lock the owner out.
  passphrase: { byBoth: 5, byAccount: Number.POSITIVE_INFINITY, byNetwork: 100 },
  // Reached only with the right passphrase: whoever guesses here knows it.
  'second-factor': { byBoth: 5, byAccount: 10, byNetwork: 100 },
  mail: { byBoth: Number.POSITIVE_INFINITY, byAccount: 3, byNetwork: Number.POSITIVE_INFINITY },
  'code-request': { byBoth: 10, byAccount: Number.POSITIVE_INFINITY, byNetwork: 60 },
};

/** Why the attempt may not even be looked at. A passkey never asks: it cannot be guessed, so it always opens. */
export function whyWait(purpose: AttemptPurpose, failed: FailedAttempts): Reason | undefined {
  const limit = limits[purpose];
  const over =
    failed.byBoth > limit.byBoth || failed.byAccount > limit.byAccount || failed.byNetwork > limit.byNetwork;
  return over ? because('people:too-many-attempts') : undefined;
}
