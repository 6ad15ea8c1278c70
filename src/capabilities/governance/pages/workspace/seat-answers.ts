import { z } from 'zod';
import { type PartialDate, parsePartialDate } from '../../../../kernel/calendar-date.ts';
import type { Tenure } from '../../../../kernel/tenure.ts';
import {
  choice,
  optionalId,
  optionalText,
  text,
  version,
  webAddress,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { seatRoles } from '../../rules/seat.ts';

/** `2019`, `2019-07` or `2019-07-16`; null when nothing was said. */
function partialDate() {
  return optionalText(10).transform((value, context): PartialDate | null => {
    if (value === null) return null;
    return parsePartialDate(value) ?? wrong(context, 'governance:not-a-partial-date');
  });
}

const source = {
  sourceAddress: webAddress(),
  sourceTitle: text(300),
  sourcePublisher: text(200),
};
const holding = {
  personName: optionalText(120),
  role: choice(seatRoles),
  from: partialDate(),
  fromCertainty: choice(['stated', 'by']),
  lastListed: partialDate(),
};
const ending = { to: partialDate(), toCertainty: choice(['stated', 'not-after']) };
const change = { version: version(), reason: text(500) };

export const newSeatAnswers = z.object({ city: optionalId(), ...holding, ...source });

export const seatEndAnswers = z
  .object({ ...ending, ...change, ...source })
  .transform(({ to, ...rest }, context) =>
    to ? { to, ...rest } : wrong(context, 'platform:needed', {}, ['to']),
  );

export const correctionAnswers = z.object({ ...holding, ...ending, ...change, ...source });

/** Certainty goes with its date: none without. */
export function tenureSaid(said: {
  readonly from: PartialDate | null;
  readonly fromCertainty: 'stated' | 'by';
  readonly to?: PartialDate | null;
  readonly toCertainty?: 'stated' | 'not-after';
  readonly lastListed: PartialDate | null;
}): Tenure {
  const { from, to = null, lastListed } = said;
  return {
    from,
    fromCertainty: from && said.fromCertainty,
    to,
    toCertainty: to && (said.toCertainty ?? 'stated'),
    lastListed,
  };
}
