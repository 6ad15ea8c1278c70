import type { Actor } from '../../kernel/actor.ts';
import { addDays, calendarDate, parsePartialDate } from '../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../kernel/id.ts';
import type { World } from '../../world.ts';
import { proposeClaim } from './actions/propose-claim.ts';
import { verifyClaim } from './actions/verify-claim.ts';
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

let born = 0;

/** A claim that no other test of the file tells: each on a day of its own. */
export function aFreshClaim(over: Partial<NewClaim> = {}): NewClaim {
  born += 1;
  return aClaim({ on: { date: addDays(calendarDate('2021-01-01'), born), precision: 'day' }, ...over });
}

/** A claim that one person proposed and another verified; its version is 2. */
export async function aVerifiedClaim(
  world: World,
  [proposer, verifier]: readonly [Actor, Actor],
  claim = aFreshClaim(),
): Promise<string> {
  const claimId = await proposeClaim(world, proposer, claim);
  await verifyClaim(world, verifier, { claimId, version: 1 });
  return claimId;
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
