import { describe, expect, it } from 'vitest';
import { oneAnswer } from './one-answer.ts';

const city = (population: number, isCapital = false) => ({ population, isCapital });

describe('which city a name means', () => {
  it.each([
    ['the only one', [city(900)], 0],
    ['one ten times as large as the next', [city(2_138_551), city(24_782)], 0],
    ['none of two alike', [city(984_333), city(212_237)], undefined],
    ['a capital three times as large', [city(1_150_989, true), city(229_398)], 0],
    ['none when the capital is the smaller', [city(1_026_908), city(335_007, true)], undefined],
    ['none when no population is known', [city(0), city(0)], undefined],
    ['none when nobody bears it', [], undefined],
  ])('%s', (_case, candidates, expected) => {
    expect(oneAnswer(candidates)).toBe(expected === undefined ? undefined : candidates[expected]);
  });
});
