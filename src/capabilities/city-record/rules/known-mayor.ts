import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import { heldOn } from '../../../kernel/tenure.ts';

/** An office as the public record tells it; the shape of `OfficeHeld`. */
interface Office {
  readonly person: string;
  readonly office: string;
  readonly from: CalendarDate | null;
  readonly fromPrecision: DatePrecision | null;
  readonly fromCertainty: 'stated' | 'by' | null;
  readonly to: CalendarDate | null;
  readonly toPrecision: DatePrecision | null;
  readonly toCertainty: 'stated' | 'not-after' | null;
  readonly lastListed: CalendarDate | null;
  readonly lastListedPrecision: DatePrecision | null;
}

export interface KnownMayor {
  readonly name: string;
  readonly office: 'mayor' | 'head-of-government';
  /** Only where the record says the very day. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** Who leads the city today, as far as the council's public record knows: the newest who may still hold the office. */
export function knownMayor(offices: readonly Office[], today: CalendarDate): KnownMayor | undefined {
  for (const held of offices) {
    if (held.office !== 'mayor' && held.office !== 'head-of-government') continue;
    const tenure = {
      from: partial(held.from, held.fromPrecision),
      fromCertainty: held.fromCertainty,
      to: partial(held.to, held.toPrecision),
      toCertainty: held.toCertainty,
      lastListed: partial(held.lastListed, held.lastListedPrecision),
    };
    if (heldOn(tenure, today) === 'no') continue;
    return {
      name: held.person,
      office: held.office,
      from: held.fromPrecision === 'day' && held.fromCertainty === 'stated' ? held.from : null,
      to: held.toPrecision === 'day' && held.toCertainty === 'stated' ? held.to : null,
    };
  }
  return undefined;
}

function partial(date: CalendarDate | null, precision: DatePrecision | null) {
  return date && precision ? { date, precision } : null;
}
