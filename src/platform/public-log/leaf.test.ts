import { describe, expect, it } from 'vitest';
import { commitment, opensTo } from './commitment.ts';
import { type LeafBody, leafBytes, readLeaf } from './leaf.ts';

const at = new Date('2026-03-04T05:06:07.008Z');
const bytesOf = (body: LeafBody) => leafBytes({ kind: 'claim-verified', at, body });

describe('a leaf', () => {
  it('is the same bytes whatever the order its words were given in', () => {
    const bytes = bytesOf({ unit: 'people', amount: 120, public: true });
    expect(bytes.toString()).toBe(
      '{"at":"2026-03-04T05:06:07.008Z","body":{"amount":120,"public":true,"unit":"people"},"kind":"claim-verified"}',
    );
    expect(bytesOf({ public: true, amount: 120, unit: 'people' })).toEqual(bytes);
  });

  it('reads back as the act it tells', () => {
    const act = { kind: 'call-opened', at, body: { name: 'Ville d’accueil « Été »', n: 0 } };
    expect(readLeaf(leafBytes(act))).toEqual(act);
  });

  it.each([
    '{}',
    'null',
    ' {"at":"2026-03-04T05:06:07.008Z","body":{},"kind":"a"}',
    '{"at":"2026-03-04","body":{},"kind":"a"}',
  ])('is not %s', (text) => expect(readLeaf(Buffer.from(text))).toBeUndefined());

  it.each([
    ['a fraction', { amount: 1.5 }],
    ['a number too large to be exact', { amount: 2 ** 53 }],
    ['an e-mail address', { by: 'mayor@city.example' }],
    ['half a character', { name: '\ud800' }],
    ['an odd key', { 'the key': 1 }],
    ['more than 65,535 bytes', { text: 'x'.repeat(65_500) }],
  ])('refuses %s, for the log cannot forget', (_, body) => {
    expect(() => bytesOf(body as unknown as LeafBody)).toThrow(RangeError);
  });
});

describe('a commitment', () => {
  const salt = Buffer.alloc(32, 5);
  it('opens to its value under its salt and to nothing else', () => {
    const committed = commitment(salt, 'Amina Diallo');
    expect(opensTo(committed, salt, 'Amina Diallo')).toBe(true);
    expect(opensTo(committed, salt, 'Amina Dialo')).toBe(false);
    expect(opensTo(committed, Buffer.alloc(32, 6), 'Amina Diallo')).toBe(false);
    expect(opensTo('', salt, 'Amina Diallo')).toBe(false);
  });

  it('wants a whole salt: a short one could be guessed', () => {
    expect(() => commitment(Buffer.alloc(16), 'x')).toThrow(RangeError);
  });
});
