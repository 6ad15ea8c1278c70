import { describe, expect, it } from 'vitest';
import { aPoolCity } from '../builders.ts';
import { scorePair } from './score.ts';
import { clockIn, guessTimeZone, hoursInCommon, instantIn, isTimeZone } from '../../../kernel/time-zone.ts';
import { currentWeights } from './weights.ts';

const a = aPoolCity('a', { offers: ['housing'], asks: ['health'], globalSouth: false });
const b = aPoolCity('b', { offers: ['health'], asks: ['housing'], globalSouth: false });
const points = (
  over: Parameters<typeof aPoolCity>[1],
  wish: 'similar' | 'different' | 'either' = 'similar',
) => scorePair(a, aPoolCity('b', { ...b, ...over }), currentWeights, wish)?.points;

describe('the points of a pair', () => {
  it.each([
    ['both teach each other and all is alike', {}, 1000],
    ['only one teaches', { asks: [] }, 700],
    ['one takes three partners', { partners: 3 }, 920],
    ['clocks are five hours apart', { offsetMinutes: 300 }, 950],
    ['one must stay late', { offsetMinutes: 600 }, 600],
    ['working days do not meet', { offsetMinutes: 750 }, 600],
    ['clocks are opposite', { offsetMinutes: 720 }, 600],
    ['size, income and region differ', { band: 'over-5m', income: 'high', region: 'Asia' }, 800],
    ['one is of the Global South and secondary', { globalSouth: true, secondary: true }, 1200],
  ] as const)('when %s', (_case, over, expected) => {
    expect(points(over)).toBe(expected);
  });

  it('turn round when a round looks for difference, and leave context out when it does not matter', () => {
    expect(points({}, 'different')).toBe(800);
    expect(points({ band: 'over-5m', income: 'high', region: 'Asia' }, 'different')).toBe(1000);
    expect(points({ band: 'over-5m' }, 'either')).toBe(1000);
  });

  it('are none where no language is shared or nothing fits', () => {
    expect(points({ languages: ['tr'] })).toBeUndefined();
    expect(points({ offers: ['education'], asks: ['education'] })).toBeUndefined();
  });

  it('count a context that is not known as not alike', () => {
    expect(points({ income: null })).toBe(940);
    const nowhere = aPoolCity('n', { ...a, income: null });
    expect(scorePair(nowhere, { ...b, income: null }, currentWeights, 'similar')?.grounds.same).toEqual([
      'size',
      'region',
    ]);
  });
});

describe('time zones', () => {
  it('are guessed from country and longitude', () => {
    const day = new Date('2026-11-21T12:00:00Z');
    expect(guessTimeZone('SL', -11.2, day)).toBe('Africa/Freetown');
    expect(guessTimeZone('BR', -60, day)).toMatch(
      /^America\/(?:Manaus|Boa_Vista|Porto_Velho|Cuiaba|Campo_Grande)$/,
    );
    expect(guessTimeZone('ZZ', 0, day)).toBe('UTC');
    expect(isTimeZone('Africa/Kampala')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });

  it('have office hours in common by how far their clocks are apart, round the world', () => {
    expect(hoursInCommon(0, 180)).toEqual({ office: 5, stretched: 10 });
    expect(hoursInCommon(-600, 720)).toEqual({ office: 6, stretched: 11 });
  });

  it('turn what a clock shows into an instant and back, across a change of clocks', () => {
    const before = instantIn('Europe/Paris', '2026-10-24', '14:00');
    const after = instantIn('Europe/Paris', '2026-10-26', '14:00');
    expect([before.toISOString(), after.toISOString()]).toEqual([
      '2026-10-24T12:00:00.000Z',
      '2026-10-26T13:00:00.000Z',
    ]);
    expect(clockIn('Europe/Paris', after)).toEqual({ day: '2026-10-26', time: '14:00' });
  });
});
