import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignParagraphs, hashOf, paragraphsOf } from './paragraphs.ts';

describe('a text', () => {
  it('is cut at its line breaks, without empty paragraphs', () => {
    expect(paragraphsOf(' One.\r\n\n  Two. \n')).toEqual(['One.', 'Two.']);
    expect(paragraphsOf('\n \n')).toEqual([]);
  });

  it('is the same paragraph however its accents are typed', () => {
    expect(hashOf('caf\u00e9')).toEqual(hashOf('cafe\u0301'));
    expect(hashOf('café')).not.toEqual(hashOf('cafe'));
  });
});

describe('a new text beside the old', () => {
  it('has just the paragraph changed that was changed', () => {
    expect(alignParagraphs(['a', 'b', 'c'], ['a', 'B', 'c'])).toEqual([
      { kind: 'kept', from: 0 },
      { kind: 'changed', from: 1 },
      { kind: 'kept', from: 2 },
    ]);
  });

  it('keeps a paragraph that moved, and knows one that is new', () => {
    expect(alignParagraphs(['a', 'b', 'c'], ['c', 'a', 'b', 'd'])).toEqual([
      { kind: 'kept', from: 2 },
      { kind: 'kept', from: 0 },
      { kind: 'kept', from: 1 },
      { kind: 'new' },
    ]);
  });

  it('knows one that moved and was changed by its words', () => {
    expect(alignParagraphs(['one', 'two and a half', 'three'], ['three', 'one', 'two and three'])).toEqual([
      { kind: 'kept', from: 2 },
      { kind: 'kept', from: 0 },
      { kind: 'changed', from: 1 },
    ]);
  });

  it('lets every unchanged paragraph keep its translation and uses none twice', () => {
    const texts = array(constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });
    assert(
      property(texts, texts, (before, after) => {
        const fates = alignParagraphs(before, after);
        const used = fates.flatMap((fate) => (fate.kind === 'new' ? [] : [fate.from]));
        expect(new Set(used).size).toBe(used.length);
        for (const [place, fate] of fates.entries()) {
          if (fate.kind === 'kept') expect(before[fate.from]).toBe(after[place]);
        }
        for (const text of new Set(after)) {
          const times = (list: string[]) => list.filter((one) => one === text).length;
          const kept = fates.filter((fate, place) => fate.kind === 'kept' && after[place] === text).length;
          expect(kept).toBe(Math.min(times(before), times(after)));
        }
      }),
    );
  });
});
