import { type CalendarDate, yearOf } from '../../../kernel/calendar-date.ts';
import { lastDayOf } from '../../../kernel/tenure.ts';
import type { SaidFigure } from '../../library/index.ts';
import type { Grant } from './grant.ts';

/** What the council has published of its grantees. */
export const granteeKeys = [
  'grantees-announced',
  'grantees-announced-year',
  'grantees-supported',
  'grantee-countries',
] as const;
export type GranteeKey = (typeof granteeKeys)[number];

export interface Comparison {
  readonly figure: SaidFigure;
  readonly key: GranteeKey;
  /** The last day of which the figure can speak. */
  readonly day: CalendarDate;
  /** What the grants that can be named give for the same words and the same day. */
  readonly named: number;
  readonly difference: number;
}

/** Each published count of grantees beside what can be named on its day; never smoothed. */
export function compareWithNamed(
  figures: readonly SaidFigure[],
  grants: readonly Pick<Grant, 'announced' | 'city' | 'state'>[],
): Comparison[] {
  return figures.flatMap((figure) => {
    const key = granteeKeys.find((one) => one === figure.key);
    if (!key) return [];
    const day = lastDayOf({ date: figure.date as CalendarDate, precision: figure.precision });
    const named = nameable(key, grants, day);
    return [{ figure, key, day, named, difference: figure.value - named }];
  });
}

function nameable(
  key: GranteeKey,
  grants: readonly Pick<Grant, 'announced' | 'city' | 'state'>[],
  day: CalendarDate,
): number {
  const known = grants.filter((grant) => grant.announced.date <= day);
  if (key === 'grantee-countries') return new Set(known.map((grant) => grant.city.country)).size;
  if (key === 'grantees-announced-year')
    return known.filter((grant) => yearOf(grant.announced.date) === yearOf(day)).length;
  if (key === 'grantees-supported') return new Set(known.map((grant) => grant.city.id)).size;
  return known.length;
}
