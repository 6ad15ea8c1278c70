import { assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('words beside points', () => {
  it('stay where they are when there is room', () => {
    expect(spread([100, 20, 60])).toEqual([100, 20, 60]);
  });

  it('never overlap and keep the order of their points', () => {
    assert(
      property(uniqueArray(integer({ min: 0, max: 300 }), { maxLength: 12 }), (heights) => {
        const placed = spread(heights);
        const order = heights.map((_, index) => index).toSorted((a, b) => heights[a]! - heights[b]!);
        for (const [rank, index] of order.entries()) {
          const before = order[rank - 1];
          if (before !== undefined) expect(placed[index]! - placed[before]!).toBeGreaterThanOrEqual(16.999);
        }
      }),
    );
  });
});
