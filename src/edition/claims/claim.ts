import type { ClaimKind } from '../schema/figures.ts';
import type { Qualifier, Text } from '../schema/words.ts';

/** Whom or what a claim is about, by the id it has in the edition. */
export interface ClaimSubject {
  readonly kind: 'city' | 'organisation' | 'position';
  readonly id: string;
}

/**
 * An entry that the ledger can take from the edition's records. `key` is the same for the same fact told twice.
 * `date` is as exact as its source (`2022`, `2022-05`). A claim has an amount, a count, or neither.
 */
export interface EditionClaim {
  readonly key: string;
  readonly kind: ClaimKind;
  readonly objective: 1 | 2 | 3 | 4;
  readonly subject: ClaimSubject;
  /** Others who share the claim: the donors of one joint commitment, the cities of one project. */
  readonly alongside: readonly ClaimSubject[];
  readonly date: string;
  readonly amount: { readonly amountMinor: bigint; readonly currency: string } | null;
  readonly count: { readonly value: number; readonly unit: string } | null;
  readonly qualifier: Qualifier;
  /** Ids of sources. */
  readonly evidence: readonly string[];
  /** The record it was derived from. */
  readonly origin: { readonly file: string; readonly record: string };
  readonly inferred: boolean;
  readonly remark: Text | null;
}

const objectives: Record<ClaimKind, EditionClaim['objective']> = {
  'city-engaged': 1,
  partner: 1,
  'seat-at-forum': 1,
  'position-influenced': 2,
  'funding-committed': 3,
  'direct-grant': 3,
  'follow-on-external': 3,
  'follow-on-own': 3,
  'influenced-external': 3,
  'grantee-announced': 3,
  'grantee-contracted': 3,
  'grantee-active': 3,
  'grantee-completed': 3,
  'commitment-made': 4,
  'people-reached-directly': 4,
  'people-reached-indirectly': 4,
};

interface Sourced {
  readonly id: string;
  readonly sources: readonly { readonly source: string }[];
  readonly inferred: boolean;
  readonly remark: Text | null;
}

type Stated = Pick<EditionClaim, 'kind' | 'subject' | 'date'> &
  Partial<Pick<EditionClaim, 'alongside' | 'amount' | 'count' | 'qualifier'>> & {
    /** What tells this claim from others of its kind and subject. */
    readonly occasion: string;
  };

export function claimFrom(file: string, record: Sourced, stated: Stated): EditionClaim {
  const { occasion, ...rest } = stated;
  return {
    alongside: [],
    amount: null,
    count: null,
    qualifier: 'exactly',
    ...rest,
    key: [stated.kind, stated.subject.id, occasion].filter((part) => part !== '').join('/'),
    objective: objectives[stated.kind],
    evidence: record.sources.map((s) => s.source),
    origin: { file, record: record.id },
    inferred: record.inferred,
    remark: record.remark,
  };
}

export function cityOf(id: string): ClaimSubject {
  return { kind: 'city', id };
}

export function organisationOf(id: string): ClaimSubject {
  return { kind: 'organisation', id };
}
