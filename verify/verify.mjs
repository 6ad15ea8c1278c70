#!/usr/bin/env node
// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Broken, checkConsistency, checkLog, checkProof } from './checks.mjs';

const usage = `Checks the public log of the council, offline. Needs Node 18 or later and nothing else.

  node verify.mjs proof FILE.tlog-proof --key KEY [--leaf leaf.json]
      Was this entry in the log when the checkpoint in the file was signed?
  node verify.mjs log DIR --key KEY [--remembered OLD.checkpoint]...
      Is this copy of the log whole, and does it still contain what was signed before?
  node verify.mjs consistency OLD.checkpoint NEW.checkpoint PROOF --key KEY
      Does the newer log begin with the older one, unchanged?

KEY is the log's public key, name+hash+base64: take it from a source other than the one you check.
Ends with 0 when it holds, 1 when it does not, 2 when the question could not be understood.`;

class Misasked extends Error {}

/** @param {string | undefined} file */
function fileOf(file) {
  if (!file) throw new Misasked('A file name is missing.');
  if (!existsSync(file)) throw new Misasked(`There is no file ${file}.`);
  return readFileSync(file);
}

/** @param {string[]} words */
function answer(words) {
  const { values, positionals } = parsed(words);
  const [command, ...files] = positionals;
  if (values.help || !command) return usage;
  if (!values.key) throw new Misasked('The key is missing: --key "name+hash+base64".');
  if (command === 'proof' && files.length === 1) {
    const leaf = values.leaf === undefined ? undefined : fileOf(values.leaf);
    const found = checkProof(fileOf(files[0]).toString('utf8'), values.key, leaf);
    const { origin, size } = found.head;
    return `The proof holds: entry ${found.index} was in the log ${origin} when it had ${size} entries.\nIt says: ${found.leaf.toString('utf8')}`;
  }
  if (command === 'log' && files.length === 1) {
    const folder = String(files[0]);
    const remembered = (values.remembered ?? []).map((file) => fileOf(file).toString('utf8'));
    /** @param {string} name */
    const read = (name) =>
      existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name)) : undefined;
    const { origin, size, root } = checkLog(read, values.key, remembered);
    const kept =
      remembered.length === 0
        ? 'No remembered checkpoint was given: a log rewritten as a whole would look the same.'
        : `It still contains all that ${remembered.length} remembered checkpoint(s) were signed for.`;
    return `The log ${origin} is whole: ${size} entries, root ${root}.\n${kept}`;
  }
  if (command === 'consistency' && files.length === 3) {
    const [older, newer, proof] = files.map((file) => fileOf(file).toString('utf8'));
    const found = checkConsistency(String(older), String(newer), String(proof), values.key);
    return `The log only grew: its ${found.newer.size} entries begin with the ${found.older.size} signed before, unchanged.`;
  }
  throw new Misasked(`Not understood: ${words.join(' ')}`);
}

/** @param {string[]} words */
function parsed(words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        leaf: { type: 'string' },
        remembered: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Misasked(/** @type {Error} */ (error).message);
  }
}

try {
  console.log(answer(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Broken || error instanceof Misasked)) throw error;
  console.error(error instanceof Broken ? `DOES NOT HOLD. ${error.message}` : `${error.message}\n\n${usage}`);
  process.exitCode = error instanceof Broken ? 1 : 2;
}
