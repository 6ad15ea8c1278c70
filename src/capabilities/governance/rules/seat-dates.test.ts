import { describe, expect, it } from 'vitest';
import { readTenure } from './read-tenure.ts';
import { problemsOfDates } from './seat-dates.ts';

const none = { from: null, fromCertainty: null, to: null, toCertainty: null, lastListed: null } as const;

function faults(over: Partial<Parameters<typeof readTenure>[0]>) {
  return problemsOfDates(readTenure({ ...none, ...over })).map(
    ({ field, reason }) => `${field} ${reason.key}`,
  );
}

describe('the dates of a seat', () => {
  it('may be unknown, or as exact as a source says', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ from: '2024-09-23', to: '2024', toCertainty: 'stated' })).toEqual([]);
  });

  it('do not end before they begin', () => {
    expect(faults({ from: '2024-09-23', to: '2023' })).toEqual(['to governance:ends-before-it-begins']);
  });

  it('do not name the holder in a list from before the seat or after its end', () => {
    expect(faults({ from: '2024', lastListed: '2023-12' })).toEqual([
      'lastListed governance:listed-before-it-begins',
    ]);
    expect(faults({ from: '2020', to: '2022', toCertainty: 'stated', lastListed: '2023' })).toEqual([
      'lastListed governance:listed-after-it-ended',
    ]);
  });

  it('are all named at once', () => {
    expect(faults({ from: '2024', to: '2021', lastListed: '2022' })).toHaveLength(2);
  });
});
