import type { Audience } from './audience.ts';
import { cityLanguages } from './languages.ts';
import { topicKeys } from './topics.ts';

/** One answer of a fact. `line` and `text` differ in room; `zone`, `languages` and `file` in what they are read as. */
export interface FieldShape {
  readonly name: string;
  readonly type:
    | 'line'
    | 'text'
    | 'number'
    | 'choice'
    | 'languages'
    | 'zone'
    | 'date'
    | 'address'
    | 'email'
    | 'file';
  readonly optional?: true;
  readonly max?: number;
  readonly options?: readonly string[];
}

interface KindShape {
  readonly key: string;
  /** Under which heading of the record it stands. */
  readonly group: Group;
  /** One for the city; one for each of a list; or any number, each called by its first answer. */
  readonly items: 'one' | 'named' | readonly string[];
  readonly fields: readonly FieldShape[];
  readonly confirmAfterMonths: number;
  /** Whom it is shown to unless the city says otherwise: the fewest that make it useful. */
  readonly audience: Audience;
  readonly source: 'needed' | 'optional';
  /** The day the answer holds for: of a count, of a document. */
  readonly asOf: 'needed' | 'optional' | 'never';
}

export const groups = ['city', 'people', 'powers', 'topics', 'reach'] as const;
export type Group = (typeof groups)[number];

const years = { one: 12, two: 24, three: 36, five: 60 };
const plain = { items: 'one', source: 'optional', asOf: 'never' } as const;
const detail = { name: 'detail', type: 'text', max: 600 } as const;
const until = { name: 'until', type: 'date', optional: true } as const;
const languages = [{ name: 'languages', type: 'languages', options: cityLanguages, max: 12 }] as const;

/** What a record holds, in the order in which it is told. Words of each: messages `kind.…`, `help.…`, `field.…`. */
export const factKinds = [
  {
    ...plain,
    key: 'mayor',
    group: 'city',
    fields: [
      { name: 'name', type: 'line', max: 200 },
      { name: 'office', type: 'choice', options: ['mayor', 'head-of-government'] },
      { name: 'from', type: 'date', optional: true },
      { name: 'to', type: 'date', optional: true },
    ],
    confirmAfterMonths: 6,
    audience: 'public',
  },
  {
    ...plain,
    key: 'official-languages',
    group: 'city',
    fields: languages,
    confirmAfterMonths: years.five,
    audience: 'public',
  },
  {
    ...plain,
    key: 'working-languages',
    group: 'city',
    fields: languages,
    confirmAfterMonths: years.two,
    audience: 'network',
  },
  {
    ...plain,
    key: 'time-zone',
    group: 'city',
    fields: [{ name: 'zone', type: 'zone' }],
    confirmAfterMonths: years.five,
    audience: 'public',
  },
  {
    key: 'population',
    group: 'people',
    items: ['migrants', 'refugees', 'displaced'],
    fields: [
      { name: 'number', type: 'number', max: 30_000_000 },
      { name: 'how', type: 'choice', options: ['census', 'register', 'survey', 'estimate', 'other'] },
      { name: 'note', type: 'text', max: 600, optional: true },
    ],
    confirmAfterMonths: years.one,
    audience: 'council',
    source: 'needed',
    asOf: 'needed',
  },
  {
    ...plain,
    key: 'mandate',
    group: 'powers',
    items: ['housing', 'health', 'education', 'employment'],
    fields: [
      { name: 'level', type: 'choice', options: ['own', 'shared', 'other'] },
      { name: 'law', type: 'text', max: 600, optional: true },
    ],
    confirmAfterMonths: years.three,
    audience: 'network',
  },
  {
    ...plain,
    key: 'need',
    group: 'topics',
    items: topicKeys,
    fields: [{ name: 'urgency', type: 'choice', options: ['now', 'this-year', 'later'] }, until, detail],
    confirmAfterMonths: years.one,
    audience: 'council',
  },
  {
    ...plain,
    key: 'capacity',
    group: 'topics',
    items: topicKeys,
    fields: [until, detail],
    confirmAfterMonths: years.two,
    audience: 'network',
  },
  {
    ...plain,
    key: 'network',
    group: 'reach',
    items: 'named',
    fields: [
      { name: 'name', type: 'line', max: 160 },
      { name: 'role', type: 'line', max: 200, optional: true },
    ],
    confirmAfterMonths: years.three,
    audience: 'public',
  },
  {
    key: 'document',
    group: 'reach',
    items: 'named',
    fields: [
      { name: 'title', type: 'line', max: 200 },
      { name: 'address', type: 'address', optional: true },
      { name: 'file', type: 'file', optional: true },
    ],
    confirmAfterMonths: years.two,
    audience: 'council',
    source: 'optional',
    asOf: 'optional',
  },
  {
    ...plain,
    key: 'contact-point',
    group: 'reach',
    items: 'named',
    fields: [
      { name: 'office', type: 'line', max: 200 },
      { name: 'email', type: 'email', optional: true },
      { name: 'phone', type: 'line', max: 60, optional: true },
      { name: 'place', type: 'text', max: 300, optional: true },
    ],
    confirmAfterMonths: years.one,
    audience: 'network',
  },
] as const satisfies readonly KindShape[];

export type FactKey = (typeof factKinds)[number]['key'];
export type FactKind = KindShape & { readonly key: FactKey };

const byKey = new Map<string, FactKind>(factKinds.map((kind) => [kind.key, kind]));

export function factKind(key: string): FactKind | undefined {
  return byKey.get(key);
}

/** For keys that the database holds, which were checked when they were written. */
export function kindOf(key: FactKey): FactKind {
  const kind = byKey.get(key);
  if (!kind) throw new Error(`no fact of kind ${key}`);
  return kind;
}

/** Whether the kind has such an item; of named ones any that has been written so. */
export function hasItem({ items }: FactKind, item: string): boolean {
  if (items === 'one') return item === '';
  return items === 'named'
    ? /^[a-z0-9]+(-[a-z0-9]+)*$/.test(item) && item.length <= 120
    : items.includes(item);
}
