import { describe, expect, it } from 'vitest';
import { printedCode, readPrintedCode } from './printed-codes.ts';

describe('printed codes', () => {
  it('are read however they are typed', () => {
    const code = printedCode(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 255]));
    expect(code).toBe('23456-789AZ');
    for (const typed of [code, '23456789az', ' 23456 789AZ ', '2345-6789-AZ'])
      expect(readPrintedCode(typed)).toBe(code);
  });

  it.each(['', '23456-789A', '23456-789AZZ', '0O1I2-34567', '123456'])('are not %j', (typed) => {
    expect(readPrintedCode(typed)).toBeUndefined();
  });
});
