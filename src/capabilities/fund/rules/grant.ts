import type { CalendarDate, PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { CitedSource } from '../../library/index.ts';

export const grantStates = ['announced', 'contracted', 'active', 'completed', 'withdrawn'] as const;
export type GrantState = (typeof grantStates)[number];

export const resultUnits = [
  'people-reached-directly',
  'people-reached-indirectly',
  'households',
  'enterprises',
  'applications',
  'participants',
  'employers',
  'vehicles',
] as const;
export type ResultUnit = (typeof resultUnits)[number];

export const qualifiers = ['exactly', 'about', 'more than', 'nearly', 'at least', 'up to'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** The city of a grant, as far as grants need it. */
export interface GrantCity {
  readonly id: string;
  readonly geonamesId: number;
  readonly name: string;
  readonly names: Readonly<Record<string, string | undefined>>;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly globalSouth: boolean;
  readonly secondaryCity: boolean;
}

export interface NamedRecord {
  readonly slug: string;
  readonly name: LocalText;
}

/** A grant to a city government that was announced. */
export interface Grant {
  readonly id: string;
  readonly slug: string;
  readonly city: GrantCity;
  /** Null where no source names it. */
  readonly window: NamedRecord | null;
  readonly announced: PartialDate;
  /** The award, only where a source states it. */
  readonly amount: Money | null;
  /** What the window allowed at most; never an award. */
  readonly ceiling: Money | null;
  readonly termMonths: number | null;
  readonly state: GrantState;
  readonly projectTitle: string | null;
  readonly project: LocalText | null;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly version: number;
  readonly partners: readonly LocalText[];
  readonly sources: readonly CitedSource[];
}

/** Different cities among the grants, and how many of them are of a kind: each city once. */
export function shareOfCities(
  grants: readonly Pick<Grant, 'city'>[],
  is: (city: GrantCity) => boolean,
): { readonly part: number; readonly whole: number } {
  const cities = new Map(grants.map(({ city }) => [city.id, city]));
  return { part: [...cities.values()].filter(is).length, whole: cities.size };
}

/** Announced on the day or before; a month or year counts from its first day. */
export function announcedBy<G extends Pick<Grant, 'announced'>>(
  grants: readonly G[],
  day: CalendarDate,
): G[] {
  return grants.filter((grant) => grant.announced.date <= day);
}
