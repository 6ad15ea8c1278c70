import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { readTenure } from './read-tenure.ts';
import { globalSouthShare, seatsOn, sitsOn } from './seat.ts';
import { spansOf } from './spans.ts';

const none = { from: null, fromCertainty: null, to: null, toCertainty: null, lastListed: null } as const;
const [first, today] = [calendarDate('2018-01-01'), calendarDate('2026-11-21')];

function drawn(over: Partial<Parameters<typeof readTenure>[0]>) {
  return spansOf(readTenure({ ...none, ...over }), first, today).map(
    (span) => `${span.look} ${span.from} ${span.to}`,
  );
}

describe('a seat as it is drawn', () => {
  it.each([
    [
      'ends where its source ends it',
      { from: '2018-12-08', fromCertainty: 'stated', to: '2024', toCertainty: 'stated' },
      ['known 2018-12-08 2024-12-31'],
    ],
    [
      'fades after the last list that names it',
      { from: '2018', fromCertainty: 'stated', lastListed: '2025' },
      ['known 2018-01-01 2025-12-31', 'soft 2025-12-31 2026-11-21'],
    ],
    [
      'fades up to the first list without it',
      {
        from: '2021',
        fromCertainty: 'stated',
        to: '2025-11-04',
        toCertainty: 'not-after',
        lastListed: '2021-11',
      },
      ['known 2021-01-01 2021-11-30', 'soft 2021-11-30 2025-11-04'],
    ],
    [
      'runs on when it began on a stated day and nothing says it ended',
      { from: '2025-06-20', fromCertainty: 'stated' },
      ['known 2025-06-20 2026-11-21'],
    ],
    [
      'is one day when it was seen once',
      { from: '2025-06-20', fromCertainty: 'by' },
      ['known 2025-06-20 2025-06-20', 'soft 2025-06-20 2026-11-21'],
    ],
    ['is only likely when no day is known', {}, ['soft 2018-01-01 2026-11-21']],
    ['is not drawn before it begins', { from: '2027', fromCertainty: 'stated' }, []],
  ] as const)('%s', (_case, over, expected) => {
    expect(drawn(over)).toEqual(expected);
  });
});

describe('the seats of a body on a day', () => {
  const city = (id: string, globalSouth: boolean) => ({
    id,
    name: id,
    names: {},
    country: 'SL',
    globalSouth,
    secondaryCity: false,
  });
  const seats = [
    {
      city: city('freetown', true),
      tenure: readTenure({ ...none, from: '2018', fromCertainty: 'stated', lastListed: '2025' }),
    },
    {
      city: city('freetown', true),
      tenure: readTenure({ ...none, from: '2022', fromCertainty: 'stated', lastListed: '2025' }),
    },
    {
      city: city('bristol', false),
      tenure: readTenure({
        ...none,
        from: '2018',
        fromCertainty: 'stated',
        to: '2024',
        toCertainty: 'stated',
      }),
    },
    {
      city: city('denver', false),
      tenure: readTenure({ ...none, from: '2025', fromCertainty: 'stated', lastListed: '2025' }),
    },
  ];

  it('are those held, those likely, and those that are past; the future ones are none of these', () => {
    const in2023 = seatsOn(seats, calendarDate('2023-06-01'), 24);
    expect([in2023.held.length, in2023.likely.length, in2023.past.length]).toEqual([3, 0, 0]);
    const now = seatsOn(seats, today, 24);
    expect([now.held.length, now.likely.length, now.past.length]).toEqual([0, 3, 1]);
  });

  it('no longer count one that no list has named for a whole term', () => {
    const seen = readTenure({ ...none, from: '2019-07-15', fromCertainty: 'by', lastListed: '2019-07-15' });
    expect(sitsOn(seen, calendarDate('2021-07-01'), 24)).toBe('likely');
    expect(sitsOn(seen, calendarDate('2021-08-01'), 24)).toBe('no');
    expect(sitsOn(seen, calendarDate('2021-08-01'), 36)).toBe('likely');
    expect(sitsOn(seen, calendarDate('2021-08-01'), null)).toBe('no');
  });

  it('count each city of the Global South once', () => {
    expect(globalSouthShare(seats)).toEqual({ part: 1, whole: 3 });
  });
});
