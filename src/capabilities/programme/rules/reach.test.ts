import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { firstDayWithRoom, isFull, lastDay, type Month, nextMonth, parseMonth } from './budget.ts';
import { filled, unknownBlanks } from './letter.ts';
import { compareReach, reachParts, reachPoints } from './reach.ts';

const someCity = fc.record({
  neverEngaged: fc.boolean(),
  secondary: fc.boolean(),
  globalSouth: fc.boolean(),
  income: fc.constantFrom('LIC', 'LMC', 'UMC', 'HIC', null),
  languageNotServed: fc.boolean(),
  needs: fc.nat(6),
  full: fc.boolean(),
  population: fc.nat(1_000_000),
  geonamesId: fc.integer({ min: 1, max: 1_000_000 }),
});

describe('whom an activity should reach first', () => {
  it('is explained by parts that add up', () => {
    fc.assert(
      fc.property(someCity, (city) => {
        expect(reachParts(city).reduce((sum, { points }) => sum + points, 0)).toBe(reachPoints(city));
      }),
    );
  });

  it('has a city at its budget sink below all that have room, whatever its points', () => {
    fc.assert(
      fc.property(someCity, someCity, (a, b) => {
        expect(compareReach({ ...a, full: true }, { ...b, full: false })).toBeGreaterThan(0);
      }),
    );
  });

  it('never ranks a city lower for a further need', () => {
    fc.assert(
      fc.property(someCity, someCity, (city, other) => {
        const more = { ...city, needs: city.needs + 1 };
        if (compareReach(city, other) < 0) expect(compareReach(more, other)).toBeLessThan(0);
        expect(reachPoints(more)).toBeGreaterThanOrEqual(reachPoints(city));
      }),
    );
  });

  it('orders the same records the same way', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someCity, { selector: ({ geonamesId }) => geonamesId }), (cities) => {
        const order = (list: typeof cities) =>
          list.toSorted(compareReach).map(({ geonamesId }) => geonamesId);
        expect(order(cities.toReversed())).toEqual(order(cities));
      }),
    );
  });
});

describe('the month’s room', () => {
  const today = calendarDate('2026-11-22');
  it.each([
    ['has room', 3, 4, null, '2026-11-22'],
    ['is full', 4, 4, null, '2026-12-01'],
    ['is beyond', 7, 4, null, '2026-12-01'],
    ['is quiet', 0, 4, '2026-11-30', '2026-12-01'],
    ['is quiet beyond the month', 4, 4, '2027-01-10', '2027-01-11'],
  ] as const)('of a city that %s begins', (_case, used, perMonth, quiet, day) => {
    const use = { used, perMonth, quietUntil: quiet && calendarDate(quiet) };
    expect(firstDayWithRoom(use, today)).toBe(day);
  });

  it('never comes where nothing may be asked', () => {
    expect(firstDayWithRoom({ used: 0, perMonth: 0, quietUntil: null }, today)).toBeUndefined();
    expect(isFull({ used: 0, perMonth: 0 })).toBe(true);
  });

  it('knows its months', () => {
    expect(nextMonth('2026-12' as Month)).toBe('2027-01');
    expect(lastDay('2028-02' as Month)).toBe('2028-02-29');
    expect(parseMonth('2026-13')).toBeUndefined();
  });
});

describe('a letter', () => {
  const values = { name: 'Ama', city: 'Bo', title: '{city}', about: 'Rooms', until: '1 Dec' };
  it('fills its blanks once, and leaves other braces', () => {
    expect(filled('Dear {name} of {city}: {title} {x}', values)).toBe('Dear Ama of Bo: {city} {x}');
  });
  it('names a blank that does not exist', () => {
    expect(unknownBlanks('Dear {nome}, {city}')).toEqual(['nome']);
  });
});
