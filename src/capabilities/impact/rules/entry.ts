import type { PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { ClaimKind, CountUnit, Objective, SubjectKind } from './claim-kinds.ts';

export const visibilities = ['public', 'network', 'staff'] as const;
export type Visibility = (typeof visibilities)[number];

/** How exact a source says its number is. */
export const qualifiers = ['exactly', 'about', 'more than', 'nearly', 'at least', 'up to'] as const;
export type Qualifier = (typeof qualifiers)[number];

export interface Subject {
  readonly kind: SubjectKind;
  /** A city's id, an organisation's, or the name of a record. */
  readonly id: string;
  /** As it is called by its owner. */
  readonly name: string;
  readonly cityId: string | null;
}

/** What a claim asserts. An amount or a count, or neither; never both. */
export interface Entry {
  readonly kind: ClaimKind;
  readonly subject: Subject;
  /** When it happened, as exactly as its source says. */
  readonly on: PartialDate;
  readonly amount: Money | null;
  /** The amount in US cents where a source states it so: nothing is converted here. */
  readonly usd: { readonly amountMinor: bigint; readonly source: string } | null;
  readonly count: { readonly value: bigint; readonly unit: CountUnit } | null;
  /** Of the amount or count; `exactly` where there is none. */
  readonly qualifier: Qualifier;
  readonly objective: Objective;
  readonly statement: string;
  readonly visibility: Visibility;
}

/** What a claim stands on. It can be found again by its source, its address or its file. */
export interface Evidence {
  readonly title: string;
  readonly source: string | null;
  readonly address: string | null;
  readonly fileSha256: string | null;
  readonly on: PartialDate | null;
}

/** The record of another capability that a claim came from. */
export interface RecordReference {
  readonly kind: string;
  readonly id: string;
}

export type Origin = 'proposed' | 'from-record' | 'first-edition';
export type Stage = 'proposed' | 'refused' | 'verified' | 'imported' | 'withdrawn';

export interface NewClaim extends Entry {
  readonly evidence: readonly Evidence[];
  readonly record: RecordReference | null;
  /** The statement in each language, where the record has it so. */
  readonly statementIn: LocalText | null;
  /** A reading of its sources that none of them states. */
  readonly inferred: boolean;
  readonly remark: LocalText | null;
}

/** What a correction says anew: all of an entry but its kind, subject and objective. */
export type Measure = Pick<
  Entry,
  'on' | 'amount' | 'usd' | 'count' | 'qualifier' | 'statement' | 'visibility'
>;

export function subjectKey(subject: Pick<Subject, 'kind' | 'id'>): string {
  return `${subject.kind}:${subject.id}`;
}
