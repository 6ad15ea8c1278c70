import { parsePartialDate, type PartialDate } from '../../../kernel/calendar-date.ts';
import type { Tenure } from '../../../kernel/tenure.ts';

/** A tenure as the edition writes it: partial dates as text. */
export function readTenure(written: {
  readonly from: string | null;
  readonly fromCertainty: Tenure['fromCertainty'];
  readonly to: string | null;
  readonly toCertainty: Tenure['toCertainty'];
  readonly lastListed: string | null;
}): Tenure {
  return {
    from: partial(written.from),
    fromCertainty: written.fromCertainty,
    to: partial(written.to),
    toCertainty: written.toCertainty,
    lastListed: partial(written.lastListed),
  };
}

function partial(text: string | null): PartialDate | null {
  return text === null ? null : (parsePartialDate(text) ?? null);
}
