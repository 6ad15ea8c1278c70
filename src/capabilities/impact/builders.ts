import { calendarDate, parsePartialDate } from '../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../kernel/id.ts';
import type { CountedEntry, CountingRule } from './rules/definition.ts';
import type { NewClaim } from './rules/entry.ts';

/** A claim for tests: the trial city attended, with one piece of evidence. */
export function aClaim(over: Partial<NewClaim> = {}): NewClaim {
  return {
    kind: 'city-engaged',
    subject: aCitySubject(1),
    on: { date: calendarDate('2024-05-01'), precision: 'day' },
    amount: null,
    usd: null,
    count: null,
    qualifier: 'exactly',
    objective: 1,
    statement: 'The city took part in a trial forum.',
    visibility: 'public',
    evidence: [
      {
        title: 'List of participants',
        source: 'Trial forum secretariat',
        address: 'https://example.org/participants',
        fileSha256: null,
        on: parsePartialDate('2024-05') ?? null,
      },
    ],
    record: null,
    statementIn: null,
    inferred: false,
    remark: null,
    ...over,
  };
}

/** Cities 1, 2, 3…: whoever stores a claim about one stores the city first. */
export function aCitySubject(n: number): NewClaim['subject'] {
  const id = cityIdFromGeonames(n);
  return { kind: 'city', id, name: `Trial city ${n}`, cityId: id };
}

export function aGrant(amountMinor: bigint, currency = 'USD', over: Partial<NewClaim> = {}): NewClaim {
  return aClaim({ kind: 'direct-grant', objective: 3, amount: { amountMinor, currency }, ...over });
}

export function aCountedEntry(over: Partial<CountedEntry> = {}): CountedEntry {
  return { ...aClaim(), imported: false, ...over };
}

export function aRule(over: Partial<CountingRule> = {}): CountingRule {
  return {
    key: 'cities-engaged-ever',
    version: 1,
    unit: 'cities',
    measure: 'count-distinct-subjects',
    kinds: ['city-engaged'],
    period: 'ever',
    ...over,
  };
}
