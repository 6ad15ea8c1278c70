import type { PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { CitedSource } from '../../library/index.ts';
import type { NamedRecord } from './grant.ts';

/** Money that donors publicly said they would give. */
export interface DonorCommitment {
  readonly id: string;
  /** Several where no split is public. */
  readonly donors: readonly LocalText[];
  readonly window: NamedRecord | null;
  readonly amount: Money | null;
  readonly date: PartialDate;
  readonly until: PartialDate | null;
  /** A later statement of the same promise took its place. */
  readonly superseded: boolean;
  /** It is part of a larger one that is listed too. */
  readonly within: boolean;
  readonly remark: LocalText | null;
  readonly sources: readonly CitedSource[];
}

/** The commitments whose amounts stand beside each other without counting a dollar twice, in one currency. */
export function countableIn(currency: string, commitments: readonly DonorCommitment[]): DonorCommitment[] {
  return commitments.filter(
    (one) => !one.superseded && !one.within && one.window !== null && one.amount?.currency === currency,
  );
}
