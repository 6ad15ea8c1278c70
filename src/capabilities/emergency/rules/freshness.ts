import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';

export const resourceKinds = ['hotline', 'shelter', 'supply', 'expert', 'fund', 'guide', 'other'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** After how many days somebody should look again whether it still works. */
const checkEveryDays: Record<ResourceKind, number> = {
  hotline: 3,
  shelter: 2,
  supply: 3,
  expert: 7,
  fund: 14,
  guide: 30,
  other: 7,
};

export type Freshness = 'fresh' | 'stale' | 'over';

export interface Dated {
  readonly kind: ResourceKind;
  readonly checkedOn: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

export function freshnessOf({ kind, checkedOn, validUntil }: Dated, today: CalendarDate): Freshness {
  if (validUntil !== null && validUntil < today) return 'over';
  return addDays(checkedOn, checkEveryDays[kind]) < today ? 'stale' : 'fresh';
}

const order: Record<Freshness, number> = { fresh: 0, stale: 1, over: 2 };

/** What works first; within that as the kinds stand, a hotline before a guide. */
export function byUse(today: CalendarDate): (a: Dated, b: Dated) => number {
  return (a, b) =>
    order[freshnessOf(a, today)] - order[freshnessOf(b, today)] ||
    resourceKinds.indexOf(a.kind) - resourceKinds.indexOf(b.kind) ||
    (a.checkedOn < b.checkedOn ? 1 : -1);
}
