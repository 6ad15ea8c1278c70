import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Fact } from './fact.ts';
import { type FactKey, type FactKind, factKinds } from './fact-kinds.ts';
import { isDue } from './freshness.ts';

/** A fact that waits: nobody told it yet, or it grew old. Without an item, any of its kind would do. */
export interface Wanting {
  readonly kind: FactKey;
  readonly item: string;
  readonly why: 'missing' | 'old';
}

export interface Completeness {
  readonly wanted: number;
  readonly told: number;
  readonly fresh: number;
  /** What to do next: what grew old first, for one press mends it; then what is missing, in the record's order. */
  readonly next: readonly Wanting[];
}

interface Wanted {
  readonly kind: FactKey;
  readonly item: string | null;
}

/** Of kinds with topics or names one is enough; of the others each item is wanted. Documents are a city's to give or not. */
const wanted = (factKinds as readonly FactKind[]).flatMap(({ key, items, group }): Wanted[] => {
  if (key === 'document') return [];
  if (items === 'one') return [{ kind: key, item: '' }];
  return items === 'named' || group === 'topics'
    ? [{ kind: key, item: null }]
    : items.map((item) => ({ kind: key, item }));
});

export function completenessOf(facts: readonly Fact[], today: CalendarDate): Completeness {
  const answering = wanted.map(({ kind, item }) => ({
    kind,
    item: item ?? '',
    facts: facts.filter((fact) => fact.kind === kind && (item === null || fact.item === item)),
  }));
  const old = facts.filter((fact) => isDue(fact, today));
  return {
    wanted: wanted.length,
    told: answering.filter((one) => one.facts.length > 0).length,
    fresh: answering.filter((one) => one.facts.some((fact) => !isDue(fact, today))).length,
    next: [
      ...old.map(({ kind, item }) => ({ kind, item, why: 'old' as const })),
      ...answering
        .filter((one) => one.facts.length === 0)
        .map(({ kind, item }) => ({ kind, item, why: 'missing' as const })),
    ],
  };
}
