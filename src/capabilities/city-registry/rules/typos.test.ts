import { assert, nat, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typosOf } from './typos.ts';

const word = stringMatching(/^[a-z]{5,20}$/);
const letter = stringMatching(/^[a-z]$/);

function share(one: string, other: string): boolean {
  const forms = new Set(typosOf(one));
  return typosOf(other).some((form) => forms.has(form));
}

describe('two names within one typo', () => {
  it('share a form when a letter is wrong, missing or too many', () => {
    assert(
      property(word, letter, nat(19), (name, wrong, at) => {
        const place = at % name.length;
        expect(share(name, name.slice(0, place) + wrong + name.slice(place + 1))).toBe(true);
        expect(share(name, name.slice(0, place) + name.slice(place + 1))).toBe(true);
        expect(share(name, name.slice(0, place) + wrong + name.slice(place))).toBe(true);
      }),
    );
  });

  it('share a form when two neighbours have changed places', () => {
    assert(
      property(word, nat(18), (name, at) => {
        const place = at % (name.length - 1);
        const [a = '', b = ''] = [name[place], name[place + 1]];
        expect(share(name, name.slice(0, place) + b + a + name.slice(place + 2))).toBe(true);
      }),
    );
  });

  it('share none when two letters are wrong', () => {
    expect(share('kampala', 'kinpula')).toBe(false);
  });

  it('are not looked for among names too short to tell', () => {
    expect(typosOf('ii')).toEqual(['ii']);
  });
});
