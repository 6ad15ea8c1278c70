import type { Fact } from './fact.ts';
import { factKind, factKinds, hasItem } from './fact-kinds.ts';

/** Kinds as the record tells them, items as their kind lists them. A kind that is no more is left out. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const place = new Map<string, number>(factKinds.map(({ key }, index) => [key, index]));
  const itemPlace = ({ kind, item }: Fact) => {
    const items = factKind(kind)?.items;
    return Array.isArray(items) ? items.indexOf(item) : 0;
  };
  return facts
    .filter(({ kind, item }) => {
      const known = factKind(kind);
      return known !== undefined && hasItem(known, item);
    })
    .toSorted(
      (a, b) =>
        (place.get(a.kind) ?? 0) - (place.get(b.kind) ?? 0) ||
        itemPlace(a) - itemPlace(b) ||
        (a.item < b.item ? -1 : 1),
    );
}
