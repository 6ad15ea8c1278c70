import { describe, expect, it } from 'vitest';
import { because } from '../../../kernel/refusal.ts';
import { normalPassphrase, whyNotPassphrase } from './passphrase.ts';

const ama = { name: 'Ama Serwaa Mensah-Boateng', addresses: ['ama.serwaa.mensah@city.example'] };

describe('a passphrase', () => {
  it.each(['three mangoes on a blue bus', 'أربعة مراكب في الميناء', 'xK9#mP2$vL5@nQ8'])(
    'may be %j',
    (passphrase) => {
      expect(whyNotPassphrase(passphrase, ama)).toBeUndefined();
    },
  );

  it('has fifteen signs or more', () => {
    expect(whyNotPassphrase('fourteen signs', ama)).toEqual(because('people:passphrase-short', { min: 15 }));
  });

  it('ends somewhere', () => {
    expect(whyNotPassphrase('ab c'.repeat(60), ama)).toEqual(because('people:passphrase-long', { max: 200 }));
  });

  it.each([
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345678',
    'abcdefghijklmnopqrs',
    'This is my password!!',
    'correct horse battery staple 1',
    'qwertyuiopasdfghjkl',
    '                  x',
    'ama.serwaa.mensah@city.example',
    'Ama Serwaa Mensah-Boateng 1',
    'Mayors Migration Council 2026',
  ])('may not be %j, which is tried first', (passphrase) => {
    expect(whyNotPassphrase(passphrase, ama)).toEqual(because('people:passphrase-common'));
  });

  it('is the same from any keyboard', () => {
    expect(normalPassphrase('cafe\u0301')).toBe(normalPassphrase('caf\u00e9'));
  });
});
