import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Audience } from './audience.ts';
import type { FactKey } from './fact-kinds.ts';
import type { Topic } from './topics.ts';

export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
}

/** What each kind's value holds; an answer not given is null. */
export interface FactValues {
  readonly mayor: {
    readonly name: string;
    readonly office: 'mayor' | 'head-of-government';
    readonly from: CalendarDate | null;
    readonly to: CalendarDate | null;
  };
  readonly 'official-languages': { readonly languages: readonly string[] };
  readonly 'working-languages': { readonly languages: readonly string[] };
  readonly 'time-zone': { readonly zone: string };
  readonly population: {
    readonly number: number;
    readonly how: 'census' | 'register' | 'survey' | 'estimate' | 'other';
    readonly note: string | null;
  };
  readonly mandate: { readonly level: 'own' | 'shared' | 'other'; readonly law: string | null };
  readonly need: {
    readonly urgency: 'now' | 'this-year' | 'later';
    readonly until: CalendarDate | null;
    readonly detail: string;
  };
  readonly capacity: { readonly until: CalendarDate | null; readonly detail: string };
  readonly network: { readonly name: string; readonly role: string | null };
  readonly document: {
    readonly title: string;
    readonly address: string | null;
    readonly file: KeptFile | null;
  };
  readonly 'contact-point': {
    readonly office: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly place: string | null;
  };
}

export type FactValue = FactValues[FactKey];

/** What stands in a record, told by whom and when. */
export interface Fact<Key extends FactKey = FactKey> {
  readonly cityId: string;
  readonly kind: Key;
  readonly item: string;
  readonly version: number;
  readonly value: FactValues[Key];
  readonly source: string | null;
  readonly sourceAddress: string | null;
  /** The day the value holds for, where the kind has one. */
  readonly asOf: CalendarDate | null;
  readonly audience: Audience;
  /** In what capacity it was said: a role, or `import`. Names stay with the city and the council. */
  readonly saidAs: string;
  /** By staff for the city. */
  readonly onBehalf: boolean;
  readonly saidAt: Date;
  /** When it was last said or found to be still right; its age counts from here. */
  readonly confirmedAt: Date;
}

/** The fact of a kind among those read; of a kind with several, the item's. */
export function factIn<Key extends FactKey>(
  facts: readonly Fact[],
  kind: Key,
  item = '',
): Fact<Key> | undefined {
  return facts.find((fact): fact is Fact<Key> => fact.kind === kind && fact.item === item);
}

export function factsIn<Key extends FactKey>(facts: readonly Fact[], kind: Key): Fact<Key>[] {
  return facts.filter((fact): fact is Fact<Key> => fact.kind === kind);
}

/** What a city needs and can teach, topic by topic. */
export interface NeedsAndCapacities {
  readonly cityId: string;
  readonly needs: readonly (FactValues['need'] & TopicSaid)[];
  readonly capacities: readonly (FactValues['capacity'] & TopicSaid)[];
}

export interface TopicSaid {
  readonly topic: Topic;
  readonly saidAt: Date;
  readonly confirmedAt: Date;
}
