import { openCheckpoint, wholeNumber } from './checkpoint.ts';
import { strictBase64, type Verifier } from './note.ts';
import { leafHash } from './tree.ts';
import { isIncluded } from './verification.ts';

/** A `.tlog-proof`: all that is needed, with the log's public key, to show offline that a leaf is in the log. */
export interface ProofFile {
  /** The leaf's own bytes travel in the `extra` line, so that the file is enough by itself. */
  readonly leaf: Buffer;
  readonly index: number;
  readonly path: readonly Buffer[];
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';

/** @source c2sp.org/tlog-proof */
export function writeProofFile(proof: ProofFile): string {
  return [
    firstLine,
    `extra ${proof.leaf.toString('base64')}`,
    `index ${proof.index}`,
    ...proof.path.map((hash) => hash.toString('base64')),
    '',
    proof.checkpoint,
  ].join('\n');
}

/** Undefined when the text is not a proof file written to the letter. */
export function readProofFile(text: string): ProofFile | undefined {
  const gap = text.indexOf('\n\n');
  if (gap < 0) return undefined;
  const [first, extra, index, ...hashes] = text.slice(0, gap).split('\n');
  const leaf = extra?.startsWith('extra ') ? strictBase64(extra.slice(6)) : undefined;
  const place = index?.startsWith('index ') ? wholeNumber(index.slice(6)) : undefined;
  const path = hashes.map(strictBase64).filter((hash) => hash?.length === 32) as Buffer[];
  if (first !== firstLine || !leaf || place === undefined || path.length !== hashes.length) return undefined;
  return { leaf, index: place, path, checkpoint: text.slice(gap + 2) };
}

export type ProofFault = 'not-a-proof-file' | 'other-leaf' | 'checkpoint-not-signed' | 'leaf-not-in-log';

/** What is wrong with a proof file, or undefined when it holds. With `leaf`, it must be the proof of exactly those bytes. */
export function proofFault(text: string, verifier: Verifier, leaf?: Uint8Array): ProofFault | undefined {
  const proof = readProofFile(text);
  if (!proof) return 'not-a-proof-file';
  if (leaf && !proof.leaf.equals(leaf)) return 'other-leaf';
  const head = openCheckpoint(proof.checkpoint, verifier);
  if (!head) return 'checkpoint-not-signed';
  const included = isIncluded({ index: proof.index, hash: leafHash(proof.leaf) }, head, proof.path);
  return included ? undefined : 'leaf-not-in-log';
}
