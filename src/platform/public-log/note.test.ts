import { describe, expect, it } from 'vitest';
import { testSigner } from './builders.ts';
import { openCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { openNote, signerFromSeed, signNote, type Verifier, verifierFromKey } from './note.ts';
import { emptyRoot } from './tree.ts';

// The example of Go's golang.org/x/mod/sumdb/note, which the format comes from.
const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const goKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goNote = `${text}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const peter = verifierFromKey(goKey) as Verifier;
const council = verifierFromKey(testSigner.verifierKey) as Verifier;

describe('a signed note', () => {
  it('is written byte for byte as the reference implementation writes it', () => {
    const signer = signerFromSeed('PeterNeumann', seed);
    expect(signer.verifierKey).toBe(goKey);
    expect(signNote(text, signer)).toBe(goNote);
  });

  it('opens for the key that signed it and for no other', () => {
    expect(openNote(goNote, peter)).toBe(text);
    expect(openNote(goNote, council)).toBeUndefined();
  });

  it('may carry the signature of a witness we do not know', () => {
    const witnessed = `${goNote}— witness.example ${Buffer.alloc(68, 3).toString('base64')}\n`;
    expect(openNote(witnessed, peter)).toBe(text);
  });

  it('is refused whole when a known key signed wrongly, even beside a right signature', () => {
    const wrong = Buffer.from(goNote.slice(goNote.lastIndexOf(' ') + 1), 'base64');
    wrong[20] = (wrong[20] ?? 0) ^ 1;
    expect(openNote(`${goNote}— PeterNeumann ${wrong.toString('base64')}\n`, peter)).toBeUndefined();
  });

  it('has one spelling only: no spare base64 bits, no control characters, no missing line end', () => {
    expect(openNote(goNote.replace('BwJnAM=', 'BwJnAN='), peter)).toBeUndefined();
    expect(openNote(goNote.slice(0, -1), peter)).toBeUndefined();
    expect(openNote(`${goNote}\n`, peter)).toBeUndefined();
    expect(openNote(signNote('tab\there\n', testSigner), council)).toBeUndefined();
  });
});

describe('a verifier key', () => {
  it.each([
    '',
    'PeterNeumann',
    goKey.replace('c74f', 'c74e'),
    goKey.slice(0, -1),
    `${goKey}A`,
    goKey.replace('P', 'Q'),
  ])('is refused when mangled: %s', (key) => expect(verifierFromKey(key)).toBeUndefined());

  it('needs a seed of 32 bytes and a name without spaces', () => {
    expect(() => signerFromSeed('x', Buffer.alloc(31))).toThrow(RangeError);
    expect(() => signerFromSeed('two words', Buffer.alloc(32))).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  it('tells size and root to whoever has the key', () => {
    const written = writeCheckpoint({ size: 0, root: emptyRoot }, testSigner);
    expect(openCheckpoint(written, council)).toEqual({ size: 0, root: emptyRoot });
  });

  it('of another log is refused although our key signed it', () => {
    const other = signNote(`log.example/other\n1\n${emptyRoot.toString('base64')}\n`, testSigner);
    expect(openCheckpoint(other, council)).toBeUndefined();
  });

  it.each(['01', '-1', '1e3', '', '9007199254740993'])('with the size "%s" is refused', (size) => {
    const odd = signNote(`${testSigner.name}\n${size}\n${emptyRoot.toString('base64')}\n`, testSigner);
    expect(openCheckpoint(odd, council)).toBeUndefined();
  });
});
