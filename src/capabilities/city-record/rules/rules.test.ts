import { assert, constantFrom, dictionary, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { isNarrower } from './audience.ts';
import { completenessOf } from './completeness.ts';
import type { Fact } from './fact.ts';
import { answersFromText, valueAsText } from './fact-as-answers.ts';
import { type FactKind, factKinds, kindOf } from './fact-kinds.ts';
import { factName, itemFrom, readFactName } from './fact-name.ts';
import { dueOn, isDue, isOver } from './freshness.ts';
import { knownMayor } from './known-mayor.ts';
import { readFact } from './read-fact.ts';

const today = calendarDate('2026-11-22');
const around = { today, cityPopulation: 0, file: null };
const aFact = (over: Partial<Fact>): Fact => ({
  cityId: 'c',
  kind: 'mayor',
  item: '',
  version: 1,
  value: { name: 'Ada', office: 'mayor', from: null, to: null },
  source: null,
  sourceAddress: null,
  asOf: null,
  audience: 'public',
  saidAs: 'mayor',
  onBehalf: false,
  saidAt: new Date('2026-08-31T10:00:00Z'),
  confirmedAt: new Date('2026-08-31T10:00:00Z'),
  ...over,
});

describe('the age of a fact', () => {
  it('is counted in its kind’s months, to the last day of a short month', () => {
    expect(dueOn(aFact({}))).toBe('2027-02-28');
    expect(isDue(aFact({}), today)).toBe(false);
    expect(isDue(aFact({}), calendarDate('2027-02-28'))).toBe(true);
  });

  it('is over when the term ends, unless it was confirmed after', () => {
    const value = { name: 'Ada', office: 'mayor', from: null, to: calendarDate('2026-10-01') } as const;
    expect(dueOn(aFact({ value }))).toBe('2026-10-01');
    const confirmedAt = new Date('2026-10-05T00:00:00Z');
    expect(dueOn(aFact({ value, confirmedAt }))).toBe('2027-04-05');
  });

  it('says of a need that it is over after its last day', () => {
    const value = { urgency: 'now', until: today, detail: 'x' } as const;
    expect(isOver(aFact({ kind: 'need', item: 'housing', value }), today)).toBe(false);
    expect(isOver(aFact({ kind: 'need', item: 'housing', value }), calendarDate('2026-11-23'))).toBe(true);
  });
});

describe('names of facts', () => {
  it('are read back as they were written', () => {
    for (const kind of factKinds as readonly FactKind[]) {
      const items = kind.items === 'one' ? [''] : kind.items === 'named' ? ['uclg'] : kind.items;
      for (const item of items)
        expect(readFactName(factName(kind.key, item))).toEqual({ kind: kindOf(kind.key), item });
    }
  });

  it.each([
    '',
    'nothing',
    'population',
    'population.everyone',
    'mayor.one',
    'need.housing.more',
    'network.Über',
  ])('refuse %s', (name) => expect(readFactName(name)).toBeUndefined());

  it('make a key of any name, the same for the same', () => {
    expect(itemFrom('Réseau  des Villes!')).toBe('reseau-des-villes');
    assert(
      property(string({ minLength: 1, unit: 'grapheme' }), (called) => {
        const item = itemFrom(called);
        expect(item).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(item.length).toBeLessThanOrEqual(120);
        expect(itemFrom(called)).toBe(item);
      }),
    );
  });
});

describe('answers', () => {
  it('survive a line of a file and back', () => {
    const said = { urgency: 'now', until: null, detail: 'Homes; many, of them' };
    const text = valueAsText(kindOf('need'), said);
    const read = readFact(kindOf('need'), answersFromText(kindOf('need'), text), around);
    expect(read).toMatchObject({ said: { value: said } });
  });

  it.each([
    ['12 000', 12_000],
    ['12,000', 12_000],
    ['12.000', 12_000],
    ['0', 0],
  ])('read %s as a number', (typed, number) => {
    const answers = { number: typed, how: 'census', source: 'Census', asOf: '2025-01-01' };
    expect(readFact(kindOf('population'), answers, around)).toMatchObject({ said: { value: { number } } });
  });

  it('never throw, whatever is typed', () => {
    const typed = dictionary(
      constantFrom('name', 'office', 'from', 'to', 'source', 'asOf', 'number', 'how'),
      string(),
    );
    assert(
      property(typed, constantFrom(...factKinds), (answers, kind) => {
        const read = readFact(kind, answers, around);
        expect('said' in read || read.problems.length > 0).toBe(true);
      }),
    );
  });
});

describe('completeness', () => {
  it('says to confirm what is old before it says what is missing', () => {
    const old = aFact({ confirmedAt: new Date('2025-01-01T00:00:00Z') });
    const { told, fresh, wanted, next } = completenessOf([old], today);
    expect([told, fresh]).toEqual([1, 0]);
    expect(next[0]).toEqual({ kind: 'mayor', item: '', why: 'old' });
    expect(next).toHaveLength(wanted);
  });
});

describe('audiences', () => {
  it('are narrower when fewer see it', () => {
    expect(isNarrower('city', 'public')).toBe(true);
    expect(isNarrower('public', 'council')).toBe(false);
    expect(isNarrower('network', 'network')).toBe(false);
  });
});

describe('the mayor whom the council knows', () => {
  const office = {
    person: 'Ada',
    office: 'mayor',
    from: calendarDate('2020-01-01'),
    fromPrecision: 'year',
    fromCertainty: 'stated',
    to: null,
    toPrecision: null,
    toCertainty: null,
    lastListed: null,
    lastListedPrecision: null,
  } as const;
  it('is one who may still hold the office; of a day that is not known, no day is said', () => {
    expect(knownMayor([office], today)).toEqual({ name: 'Ada', office: 'mayor', from: null, to: null });
    const ended = {
      ...office,
      to: calendarDate('2022-01-01'),
      toPrecision: 'year',
      toCertainty: 'stated',
    } as const;
    expect(knownMayor([ended], today)).toBeUndefined();
    expect(knownMayor([{ ...office, office: 'former-mayor' }], today)).toBeUndefined();
  });
});
