import type { Audience } from './audience.ts';
import type { FactKey } from './fact-kinds.ts';
import type { FactSaid } from './read-fact.ts';

/** Where a fact stands: whose, of what kind, and which one. */
export interface FactPlace {
  readonly cityId: string;
  readonly kind: FactKey;
  readonly item: string;
}

/** A line of a file, read. */
export interface FactRow extends FactPlace, FactSaid {
  readonly audience?: Audience | undefined;
}
