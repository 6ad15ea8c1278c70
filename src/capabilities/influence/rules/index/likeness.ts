import type { Term } from './profile.ts';

/** How surely two terms mean the same: 1 the same word, less for a shared concept, a wider one, a cognate. */
export const sameConcept = 0.85;
const partOfLongerLabel = 0.6;
const widerConcept = 0.65;

/** `forms` are the cognates and derivations of a's stem. */
export function likenessOf(a: Term, b: Term, forms: ReadonlyMap<number, number>): number {
  if (a.stem === b.stem) return 1;
  if (a.figure || b.figure) return 0;
  const shared = a.concepts.length > 0 && b.concepts.length > 0 ? sharedConcept(a, b) : 0;
  if (shared === sameConcept || forms.size === 0) return shared;
  const form = forms.get(b.stem) ?? 0;
  return Math.max(shared, form);
}

function sharedConcept(a: Term, b: Term): number {
  let best = 0;
  for (let at = 0; at < a.concepts.length; at += 1) {
    const other = b.concepts.indexOf(a.concepts[at] as number);
    if (other < 0) continue;
    if (at < a.longest && other < b.longest) return sameConcept;
    best = partOfLongerLabel;
  }
  if (best > 0) return best;
  if (a.wider.length > 0 && overlaps(a.wider, b.concepts)) return widerConcept;
  if (b.wider.length > 0 && overlaps(b.wider, a.concepts)) return widerConcept;
  return 0;
}

function overlaps(a: readonly number[], b: readonly number[]): boolean {
  return a.some((one) => b.includes(one));
}
