import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { heldOn, type Holding, lastDayOf, type Tenure } from '../../../kernel/tenure.ts';

export const seatRoles = [
  'member',
  'founding-member',
  'co-lead',
  'co-chair',
  'climate-envoy',
  'secretariat',
] as const;
export type SeatRole = (typeof seatRoles)[number];

/** The city of a seat, as far as seats need it. */
export interface SeatCity {
  readonly id: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string | undefined>>;
  readonly country: string;
  readonly globalSouth: boolean;
  readonly secondaryCity: boolean;
}

/** One holder of one seat. */
export interface Seat {
  readonly id: string;
  readonly city: SeatCity | null;
  readonly personName: string | null;
  readonly organisation: { readonly id: string; readonly name: LocalText } | null;
  readonly role: SeatRole;
  readonly tenure: Tenure;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly version: number;
}

/** A term as long as the council's own rule, for bodies that publish none. */
const usualTermMonths = 24;

/**
 * The day after which a seat that no list names any more no longer counts: one full term after it was last seen.
 * Undefined for an end that is stated, and for a seat that was never seen on a dated list.
 */
export function lapsesOn(tenure: Tenure, termMonths: number | null): CalendarDate | undefined {
  const seen = tenure.lastListed ?? (tenure.fromCertainty === 'by' ? tenure.from : null);
  if (!seen || tenure.to) return undefined;
  return addDays(lastDayOf(seen), Math.round(((termMonths ?? usualTermMonths) * 365.25) / 12));
}

/** Whether the seat is held: known, likely since it was last listed, or not (any more, or yet). */
export function sitsOn(tenure: Tenure, day: CalendarDate, termMonths: number | null): Holding {
  const holding = heldOn(tenure, day);
  const lapse = lapsesOn(tenure, termMonths);
  return holding === 'likely' && lapse && day > lapse ? 'no' : holding;
}

/** Seats held on a day: those known to be, and those that nothing says had ended. */
export function seatsOn<S extends Pick<Seat, 'tenure'>>(
  seats: readonly S[],
  day: CalendarDate,
  termMonths: number | null,
): { readonly held: S[]; readonly likely: S[]; readonly past: S[] } {
  const by = (wanted: Holding) => seats.filter((seat) => sitsOn(seat.tenure, day, termMonths) === wanted);
  const before = (seat: S) => seat.tenure.from === null || seat.tenure.from.date <= day;
  return { held: by('yes'), likely: by('likely'), past: by('no').filter(before) };
}

export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Of the cities that hold a seat, how many lie in the Global South: each city once. */
export function globalSouthShare(seats: readonly Pick<Seat, 'city'>[]): Share {
  const cities = new Map(seats.flatMap(({ city }) => (city ? [[city.id, city.globalSouth] as const] : [])));
  return { part: [...cities.values()].filter(Boolean).length, whole: cities.size };
}
