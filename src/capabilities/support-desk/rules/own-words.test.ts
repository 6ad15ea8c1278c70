import { describe, expect, it } from 'vitest';
import { isGarbled, oneLine, ownWords, storable } from './own-words.ts';

describe('the words of a mail', () => {
  it('are those its writer added above the quote', () => {
    expect(ownWords('Yes, please.\n\nOn 3 Nov the desk wrote:\n> Shall we?\n> Yours\n\n')).toBe(
      'Yes, please.',
    );
    expect(ownWords('نعم\n\nكتب المجلس:\n> سؤال')).toBe('نعم');
  });

  it('stay whole when they stand between quotes, or when there is nothing but a quote', () => {
    const between = '> First?\nYes.\n> Second?\nNo.';
    expect(ownWords(between)).toBe(between);
    expect(ownWords('> only a quote')).toBe('> only a quote');
    expect(ownWords('5 > 3, we find:\nno quote')).toBe('5 > 3, we find:\nno quote');
  });

  it('become one line where a name or a subject stands', () => {
    expect(oneLine('Housing\r\nBcc: all@city.example\u0000\u202e', 300)).toBe(
      'Housing Bcc: all@city.example',
    );
    expect(Array.from(oneLine('𝒜'.repeat(400), 300))).toHaveLength(300);
    expect(oneLine('\ud800 lone', 10).isWellFormed()).toBe(true);
  });

  it('can be stored', () => {
    expect(storable('a\u0000b\r\nc\ud800')).toBe('ab\nc\ufffd');
  });

  it('are garbled when much of them is lost', () => {
    expect(isGarbled('\ufffd'.repeat(20))).toBe(true);
    expect(isGarbled(`${'a clear sentence '.repeat(20)}\ufffd`)).toBe(false);
  });
});
