import type { PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { CitedSource } from '../../library/index.ts';
import { type GrantCity, type Qualifier, type ResultUnit, resultUnits } from './grant.ts';

/** A published result, or a target that was set, in its own unit. */
export interface Result {
  readonly id: string;
  readonly value: number;
  readonly unit: ResultUnit;
  readonly qualifier: Qualifier;
  readonly isTarget: boolean;
  readonly date: PartialDate;
  readonly what: LocalText;
  readonly remark: LocalText | null;
  readonly cities: readonly Pick<GrantCity, 'id' | 'name' | 'names'>[];
  readonly sources: readonly CitedSource[];
}

/** Results by unit, in the order of the units. They are shown beside each other and never added. */
export function byUnit(
  results: readonly Result[],
): { readonly unit: ResultUnit; readonly results: Result[] }[] {
  return resultUnits
    .map((unit) => ({ unit, results: results.filter((result) => result.unit === unit) }))
    .filter((group) => group.results.length > 0);
}
