import { describe, expect, it } from 'vitest';
import { because } from '../../../kernel/refusal.ts';
import { whyWait } from './attempts.ts';

const wait = because('people:too-many-attempts');

describe('attempts are limited', () => {
  it('to five passphrases for one account from one network', () => {
    expect(whyWait('passphrase', { byBoth: 5, byAccount: 5, byNetwork: 5 })).toBeUndefined();
    expect(whyWait('passphrase', { byBoth: 6, byAccount: 6, byNetwork: 6 })).toEqual(wait);
  });

  it('without letting strangers elsewhere lock the owner out', () => {
    expect(whyWait('passphrase', { byBoth: 1, byAccount: 5000, byNetwork: 1 })).toBeUndefined();
  });

  it('but to ten second factors an hour wherever they come from, for whoever guesses them knows the passphrase', () => {
    expect(whyWait('second-factor', { byBoth: 1, byAccount: 10, byNetwork: 1 })).toBeUndefined();
    expect(whyWait('second-factor', { byBoth: 1, byAccount: 11, byNetwork: 1 })).toEqual(wait);
  });

  it('to a hundred accounts tried from one network', () => {
    expect(whyWait('passphrase', { byBoth: 1, byAccount: 1, byNetwork: 101 })).toEqual(wait);
  });

  it('to three mails an hour for one address', () => {
    expect(whyWait('mail', { byBoth: 3, byAccount: 3, byNetwork: 900 })).toBeUndefined();
    expect(whyWait('mail', { byBoth: 1, byAccount: 4, byNetwork: 1 })).toEqual(wait);
  });
});
