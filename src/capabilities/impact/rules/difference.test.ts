import { expect, it } from 'vitest';
import { differenceOf } from './difference.ts';

it.each([
  [250, { value: 250, qualifier: 'exactly' }, 'same'],
  [260, { value: 250, qualifier: 'more than' }, 'same'],
  [143, { value: 250, qualifier: 'more than' }, 'published-more'],
  [27, { value: 26, qualifier: 'exactly' }, 'published-less'],
  [0, { value: 33, qualifier: 'exactly' }, 'nothing-computed'],
  [null, { value: 33, qualifier: 'exactly' }, 'nothing-computed'],
  [0, { value: 0, qualifier: 'exactly' }, 'same'],
  [3, { value: 5, qualifier: 'up to' }, 'same'],
  [3, undefined, 'nothing-published'],
] as const)('%s computed beside %o published is called %s', (computed, published, said) => {
  expect(differenceOf(computed, published)).toBe(said);
});
