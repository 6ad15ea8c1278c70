import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Who signs checkpoints. `verifierKey` is what to print on paper and give to auditors: `name+hash+base64`. */
export interface Signer {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly verifierKey: string;
}

export interface Verifier {
  readonly name: string;
  /** First four bytes of a hash over name and key, to find the right signature line; proves nothing. */
  readonly keyId: Buffer;
  readonly publicKey: KeyObject;
}

const ed25519Mark = Buffer.of(1);
const privateDer = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicDer = Buffer.from('302a300506032b6570032100', 'hex');

/** @param seed exactly 32 secret bytes; the same seed and name make the same key for ever */
export function signerFromSeed(name: string, seed: Uint8Array): Signer {
  if (seed.length !== 32) throw new RangeError(`A signing seed has 32 bytes, not ${seed.length}`);
  if (!isKeyName(name)) throw new RangeError(`A key name has no space and no plus sign: "${name}"`);
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateDer, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicBytes = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const typed = Buffer.concat([ed25519Mark, publicBytes]);
  return {
    name,
    privateKey,
    verifierKey: `${name}+${keyIdOf(name, typed).toString('hex')}+${typed.toString('base64')}`,
  };
}

/** Reads `name+hash+base64`; undefined when it is not an Ed25519 verifier key or its hash is wrong. */
export function verifierFromKey(text: string): Verifier | undefined {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const typed = encoded === undefined ? undefined : strictBase64(encoded);
  if (!name || !isKeyName(name) || !typed || typed.length !== 33 || typed[0] !== 1) return undefined;
  const keyId = keyIdOf(name, typed);
  if (keyId.toString('hex') !== id) return undefined;
  const publicKey = createPublicKey({
    key: Buffer.concat([publicDer, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { name, keyId, publicKey };
}

/** @param text ends with a line break @source c2sp.org/signed-note */
export function signNote(text: string, signer: Signer): string {
  const verifier = verifierFromKey(signer.verifierKey);
  if (!verifier) throw new Error('The signer has no verifier key');
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  return `${text}\n— ${signer.name} ${Buffer.concat([verifier.keyId, signature]).toString('base64')}\n`;
}

/** The text of a note if this key signed it, else undefined. Signatures of other keys are passed over, as the note format says. */
export function openNote(note: string, verifier: Verifier): string | undefined {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n') || hasControl(note)) return undefined;
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > 100) return undefined;
  let signed = false;
  for (const line of lines) {
    const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = encoded === undefined ? undefined : strictBase64(encoded);
    if (!name || !bytes || bytes.length < 5) return undefined;
    if (name !== verifier.name || !bytes.subarray(0, 4).equals(verifier.keyId)) continue;
    if (!verify(null, Buffer.from(text), verifier.publicKey, bytes.subarray(4))) return undefined;
    signed = true;
  }
  return signed ? text : undefined;
}

/** Only the one right spelling of the bytes: otherwise a changed file could still pass. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+]/u.test(name) && !hasControl(name);
}

function hasControl(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the format forbids exactly these
  return /[\u0000-\u0009\u000b-\u001f]/u.test(text);
}

function keyIdOf(name: string, typed: Buffer): Buffer {
  return createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
}
