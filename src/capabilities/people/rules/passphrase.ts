import { because, type Reason } from '../../../kernel/refusal.ts';

export const shortestPassphrase = 15;
const longest = 200;

/** Long ones that guessing programs try first: lines of keys, alphabets, verses, and this site's own words. */
const common = [
  'passwordpassword',
  'passwordpassphrase',
  'mypasswordispassword',
  'thisismypassword',
  'thisisapassword',
  'thisismypassphrase',
  'letmeinletmeinletmein',
  'iloveyouiloveyou',
  'correcthorsebatterystaple',
  'qwertyuiopasdfghjkl',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklm',
  'abcdefghijklmnop',
  'abcdefghijklmnopqrstuvwxyz',
  'thequickbrownfox',
  'thequickbrownfoxjumpsoverthelazydog',
  'tobeornottobethatisthequestion',
  'maytheforcebewithyou',
  'mayorsmigrationcouncil',
  'administratoradministrator',
  'welcomewelcome',
];

/** Why a passphrase is too easy. Length decides; no rules about signs, which only make people write them down. */
export function whyNotPassphrase(
  passphrase: string,
  owner: { readonly name: string; readonly addresses: readonly string[] },
): Reason | undefined {
  if (Array.from(passphrase).length < shortestPassphrase)
    return because('people:passphrase-short', { min: shortestPassphrase });
  if (passphrase.length > longest) return because('people:passphrase-long', { max: longest });
  const bare = bareLetters(passphrase);
  const ofOwner = [owner.name, ...owner.addresses, ...owner.addresses.map((one) => one.split('@')[0] ?? '')];
  const easy =
    isLineOrRepeat(bare) ||
    withoutDigits(bare) === '' ||
    common.includes(withoutDigits(bare)) ||
    ofOwner.some((word) => bareLetters(word) === withoutDigits(bare) || bareLetters(word) === bare);
  return easy ? because('people:passphrase-common') : undefined;
}

/** Typed on a phone or a keyboard, composed or not: the same passphrase. */
export function normalPassphrase(typed: string): string {
  return typed.normalize('NFKC');
}

function bareLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function withoutDigits(text: string): string {
  return text.replaceAll(/\p{N}/gu, '');
}

/** `aaaa…`, `abcabc…`, `1234…`: what a short word says of a long one. */
function isLineOrRepeat(text: string): boolean {
  for (let period = 1; period <= 4; period++) {
    if (Array.from(text).every((letter, at) => at < period || letter === text[at - period])) return true;
  }
  const codes = Array.from(text).map((letter) => letter.codePointAt(0) ?? 0);
  return codes.every((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) === 1);
}
