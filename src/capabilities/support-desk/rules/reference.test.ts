import { assert, integer, nat, pre, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceOf, referencesIn } from './reference.ts';

const anyCase = tuple(integer({ min: 2020, max: 2099 }), integer({ min: 1, max: 9_999_999 }));

describe('a reference', () => {
  it('is found again in whatever way it is written', () => {
    const reference = referenceOf(2026, 1);
    expect(reference).toMatch(/^MMC-2026-0001-[0-9A-Z]$/);
    for (const written of [
      reference,
      reference.toLowerCase(),
      'MMC 2026 0001',
      'Re: [MMC-2026-0001] – suite',
      'mmc20260001',
    ])
      expect(referencesIn(written), written).toEqual([reference]);
  });

  it('is found again for every year and number', () => {
    assert(
      property(anyCase, ([year, number]) => {
        expect(referencesIn(`AW: ${referenceOf(year, number)}: x`)).toEqual([referenceOf(year, number)]);
      }),
    );
  });

  it('is not taken when one digit was mistyped or two were swapped', () => {
    assert(
      property(anyCase, nat(20), integer({ min: 1, max: 9 }), ([year, number], at, by) => {
        const right = referenceOf(year, number);
        const places = [...right.slice(0, -2).matchAll(/\d/g)].map(({ index }) => index);
        const place = places[at % places.length] ?? 0;
        const wrong = `${right.slice(0, place)}${(Number(right[place]) + by) % 10}${right.slice(place + 1)}`;
        expect(referencesIn(wrong)).not.toContain(right);
        expect(referencesIn(wrong)).toEqual([]);
      }),
    );
    assert(
      property(anyCase, nat(20), ([year, number], at) => {
        const right = referenceOf(year, number);
        const digits = right.slice(9, -2);
        const place = 9 + (at % (digits.length - 1));
        const swapped = `${right.slice(0, place)}${right[place + 1]}${right[place]}${right.slice(place + 2)}`;
        pre(swapped !== right);
        expect(referencesIn(swapped)).toEqual([]);
      }),
    );
  });

  it('is not seen in numbers that only look like it', () => {
    for (const text of ['MMC-2026-001', 'XMMC-2026-0001', 'MMC-2026-0001-', 'MMC-2026-00011A2', ''])
      expect(
        referencesIn(text).filter((one) => one !== referenceOf(2026, 1)),
        text,
      ).toEqual([]);
  });
});
