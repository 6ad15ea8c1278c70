import { describe, expect, it } from 'vitest';
import { sayFigure } from './say-figure.ts';

const plain = { currency: null, qualifier: 'exactly', unit: 'cities' } as const;

describe('a published figure in words', () => {
  it.each([
    ['a bare count', { ...plain, value: 1290 }, '1,290'],
    ['with the qualifier of its source', { ...plain, qualifier: 'more than', value: 250 }, 'more than 250'],
    ['a share', { ...plain, unit: 'percent', value: 85 }, '85%'],
    ['a multiple', { ...plain, unit: 'multiple', qualifier: 'nearly', value: 2 }, 'nearly 2×'],
    ['money with its code', { ...plain, unit: 'money', currency: 'USD', value: 33000000 }, 'USD 33,000,000'],
  ] as const)('%s', (_case, said, expected) => {
    expect(sayFigure('en', said).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('keeps Latin digits in Arabic, so that they match the file', () => {
    expect(sayFigure('ar', { ...plain, qualifier: 'more than', value: 250 })).toContain('250');
  });
});
