export { appendLeaf, appendLeaves } from './appending.ts';
export type { LogReport } from './audit.ts';
export { checkLog } from './check-log.ts';
export { openCheckpoint } from './checkpoint.ts';
export { type PublicAct, readLeaf } from './leaf.ts';
export { type Signer, signerFromSeed, verifierFromKey } from './note.ts';
export { proofFault } from './proof-file.ts';
export { publishedFile } from './published.ts';
export {
  consistencyProof,
  currentCheckpoint,
  exportedFiles,
  keepCheckpoint,
  proofFor,
  tile,
} from './reading.ts';
export { checkCommitment, commitTo, eraseSalt } from './salts.ts';
export type { LogReader, LogTransaction } from './store.ts';
