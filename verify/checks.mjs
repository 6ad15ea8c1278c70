// @ts-check
// The checks themselves, straight from RFC 6962 (recursive, as the RFC writes them) and the C2SP texts.
// Shares no code with the platform on purpose: two who agree are worth more than one who is sure.
import { createHash, createPublicKey, verify } from 'node:crypto';

/** What does not hold, as a sentence. */
export class Broken extends Error {}

/** @typedef {{ origin: string, size: number, root: string }} Head  root in hexadecimal */

/**
 * Checks a `.tlog-proof` offline.
 * @param {string} proofText
 * @param {string} key the log's verifier key, `name+hash+base64`
 * @param {Uint8Array} [leaf] the entry's exact bytes; without it, those the proof carries along
 * @returns {{ head: Head, index: number, leaf: Buffer }}
 */
export function checkProof(proofText, key, leaf) {
  const [top, ...below] = proofText.split('\n\n');
  const lines = (top ?? '').split('\n');
  demand(lines.shift() === 'c2sp.org/tlog-proof@v1', 'The file does not begin as a tlog-proof.');
  const carried = lines[0]?.startsWith('extra ') ? unbase64(String(lines.shift()).slice(6)) : undefined;
  const index = digits(
    /^index (.+)$/.exec(lines.shift() ?? '')?.[1],
    'The proof does not say which entry it is about.',
  );
  if (leaf && carried) demand(carried.equals(leaf), 'The entry given is not the entry this proof carries.');
  const entry = Buffer.from(leaf ?? carried ?? fail('The proof carries no entry: give it with --leaf.'));
  const path = lines.map(hash);
  const head = openCheckpoint(below.join('\n\n'), key);
  demand(index < head.size, `The proof is about entry ${index}, but the log had ${head.size} entries.`);
  const root = climb(index, head.size, leafHash(entry), path);
  demand(hex(root) === head.root, 'The entry and its path do not lead to the root that was signed.');
  return { head, index, leaf: entry };
}

/**
 * Checks that the log behind the newer checkpoint begins with the log behind the older one.
 * @param {string} olderText @param {string} newerText @param {string} proofText one hash a line @param {string} key
 */
export function checkConsistency(olderText, newerText, proofText, key) {
  const older = openCheckpoint(olderText, key);
  const newer = openCheckpoint(newerText, key);
  const path = proofText === '' ? [] : proofText.replace(/\n$/, '').split('\n').map(hash);
  demand(older.size <= newer.size, `The log shrank from ${older.size} to ${newer.size} entries.`);
  if (older.size === newer.size) {
    demand(
      older.root === newer.root,
      `Two different logs of ${older.size} entries were signed: a split view.`,
    );
    demand(path.length === 0, 'A proof between equal sizes must be empty.');
  } else if (older.size === 0) {
    demand(
      older.root === hex(treeHash([])) && path.length === 0,
      'The older checkpoint is not that of an empty log.',
    );
  } else {
    const [oldRoot, newRoot] = rebuild(older.size, newer.size, path, Buffer.from(older.root, 'hex'));
    demand(hex(oldRoot) === older.root, 'The proof does not lead to the older root: history was changed.');
    demand(hex(newRoot) === newer.root, 'The proof does not lead to the newer root: history was changed.');
  }
  return { older, newer };
}

/**
 * Checks a whole copied log: each entry, each tile, the signed root, and that every remembered checkpoint still holds.
 * @param {(path: string) => Uint8Array | undefined} read gives a file of the copy
 * @param {string} key
 * @param {readonly string[]} [remembered] checkpoints kept elsewhere: from receipts, minutes, other people
 */
export function checkLog(read, key, remembered = []) {
  /** @param {string} path */
  const must = (path) => Buffer.from(read(path) ?? fail(`The file ${path} is missing.`));
  const head = openCheckpoint(must('checkpoint').toString('utf8'), key);
  /** @type {Buffer[]} */
  const leaves = tileNames('entries', head.size).flatMap(([path, width]) =>
    unbundle(must(path), width, path).map(leafHash),
  );
  for (let level = 0, row = leaves; row.length > 0; level++) {
    for (const [path, width, from] of tileNames(String(level), row.length)) {
      const expected = Buffer.concat(row.slice(from, from + width));
      demand(must(path).equals(expected), `The hashes in ${path} are not those of the entries.`);
    }
    const above = Math.floor(row.length / 256);
    row = Array.from({ length: above }, (_, i) => treeHash(row, i * 256, i * 256 + 256));
  }
  demand(hex(treeHash(leaves)) === head.root, 'The entries do not have the root that was signed.');
  for (const text of remembered) {
    const old = openCheckpoint(text, key);
    demand(
      old.size <= head.size,
      `A checkpoint of ${old.size} entries was signed before, this log has ${head.size}: it was cut off.`,
    );
    const then = hex(treeHash(leaves, 0, old.size));
    demand(
      then === old.root,
      `The first ${old.size} entries are not those a remembered checkpoint was signed for.`,
    );
  }
  return head;
}

/**
 * A checkpoint, once its signature by the log's own key was found right. Other signatures are passed over.
 * @param {string} text @param {string} key @returns {Head}
 */
export function openCheckpoint(text, key) {
  const [, name = '', id = '', encoded = ''] =
    /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(key) ?? fail('The key is not of the form name+hash+base64.');
  const typed = unbase64(encoded);
  demand(typed.length === 33 && typed[0] === 1, 'The key is not an Ed25519 key.');
  const rightId = createHash('sha256').update(`${name}\n`).update(typed).digest('hex').slice(0, 8);
  demand(rightId === id, "The key's hash is wrong: was it copied whole?");
  // eslint-disable-next-line no-control-regex
  demand(!/[\u0000-\u0009\u000b-\u001f]/.test(text), 'The checkpoint holds control characters.');
  const parts = /^([^]*\n)\n((?:— \S+ \S+\n)+)$/u.exec(text) ?? fail('This is not a signed checkpoint.');
  const body = String(parts[1]);
  const point = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') };
  const publicKey = createPublicKey({ key: point, format: 'jwk' });
  const ours = String(parts[2])
    .split('\n')
    .map((line) => line.split(' '))
    .filter((words) => words[1] === name)
    .map((words) => unbase64(String(words[2])))
    .filter((bytes) => bytes.toString('hex', 0, 4) === id);
  demand(ours.length > 0, `The checkpoint is not signed by ${name}.`);
  const right = ours.every((bytes) => verify(null, Buffer.from(body), publicKey, bytes.subarray(4)));
  demand(right, `The signature of ${name} is false.`);
  const [origin, size, root] = body.split('\n');
  demand(origin === name, `The checkpoint is of another log: ${origin}.`);
  return { origin: name, size: digits(size, 'The checkpoint has no size.'), root: hex(hash(root ?? '')) };
}

/** MTH of RFC 6962 over leaf hashes `from` up to `to`. @param {Buffer[]} leaves @returns {Buffer} */
export function treeHash(leaves, from = 0, to = leaves.length) {
  if (to === from) return createHash('sha256').digest();
  if (to - from === 1) return leaves[from] ?? fail('An entry is missing.');
  const middle = from + split(to - from);
  return nodeHash(treeHash(leaves, from, middle), treeHash(leaves, middle, to));
}

/** PATH of RFC 6962, backwards. @param {number} index @param {number} size @param {Buffer} leaf @param {Buffer[]} path @returns {Buffer} */
function climb(index, size, leaf, path) {
  if (size === 1) return path.length === 0 ? leaf : fail('The path is too long.');
  const beside = path.at(-1) ?? fail('The path is too short.');
  const k = split(size);
  return index < k
    ? nodeHash(climb(index, k, leaf, path.slice(0, -1)), beside)
    : nodeHash(beside, climb(index - k, size - k, leaf, path.slice(0, -1)));
}

/**
 * SUBPROOF of RFC 6962, backwards: the old and the new hash of the same place.
 * @param {number} m @param {number} n @param {Buffer[]} path @param {Buffer} [known] the old root, while it is this very place
 * @returns {[Buffer, Buffer]}
 */
function rebuild(m, n, path, known) {
  if (m === n && known) return path.length === 0 ? [known, known] : fail('The proof is too long.');
  const last = path.at(-1) ?? fail('The proof is too short.');
  if (m === n) return path.length === 1 ? [last, last] : fail('The proof is too long.');
  const k = split(n);
  if (m <= k) {
    const [old, left] = rebuild(m, k, path.slice(0, -1), known);
    return [old, nodeHash(left, last)];
  }
  const [old, right] = rebuild(m - k, n - k, path.slice(0, -1));
  return [nodeHash(last, old), nodeHash(last, right)];
}

/** The tiles of a row of hashes: path, width, first. @param {string} level @param {number} count @returns {[string, number, number][]} */
function tileNames(level, count) {
  return Array.from({ length: Math.ceil(count / 256) }, (_, n) => {
    const width = Math.min(256, count - n * 256);
    const thousands =
      String(n)
        .padStart(Math.ceil(String(n).length / 3) * 3, '0')
        .match(/.../g) ?? [];
    const place = thousands.map((three, i) => (i + 1 < thousands.length ? 'x' : '') + three).join('/');
    return [`tile/${level}/${place}${width < 256 ? `.p/${width}` : ''}`, width, n * 256];
  });
}

/** @param {Buffer} bytes @param {number} count @param {string} path @returns {Buffer[]} */
function unbundle(bytes, count, path) {
  const entries = [];
  let at = 0;
  for (; entries.length < count && at + 2 <= bytes.length; at += 2 + bytes.readUInt16BE(at)) {
    entries.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
  }
  demand(
    entries.length === count && at === bytes.length,
    `The file ${path} does not hold ${count} whole entries.`,
  );
  return entries;
}

/** @param {Uint8Array} entry */
export const leafHash = (entry) => createHash('sha256').update('\0').update(entry).digest();
/** @param {Buffer} left @param {Buffer} right */
const nodeHash = (left, right) => createHash('sha256').update('\x01').update(left).update(right).digest();
/** @param {number} n */
const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
/** @param {Buffer} bytes */
const hex = (bytes) => bytes.toString('hex');

/** @param {string} text */
function hash(text) {
  const bytes = unbase64(text);
  return bytes.length === 32 ? bytes : fail('A hash is not 32 bytes long.');
}

/** @param {string} text */
function unbase64(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : fail('Something is not written in proper base64.');
}

/** @param {string | undefined} text @param {string} otherwise */
function digits(text, otherwise) {
  return /^(0|[1-9]\d{0,14})$/.test(text ?? '') ? Number(text) : fail(otherwise);
}

/** @param {boolean} holds @param {string} otherwise */
function demand(holds, otherwise) {
  if (!holds) fail(otherwise);
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  throw new Broken(sentence);
}
