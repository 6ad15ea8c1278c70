export { appendLeaf, appendLeaves } from './appending.ts';
export type { LogFault, LogFaultKind, LogReport } from './audit.ts';
export { checkLog } from './check-log.ts';
export { openCheckpoint, type TreeHead } from './checkpoint.ts';
export { type LeafBody, type PublicAct, readLeaf } from './leaf.ts';
export { type Signer, signerFromSeed, verifierFromKey } from './note.ts';
export { proofFault } from './proof-file.ts';
export { publishedFile } from './published.ts';
export {
  consistencyProof,
  currentCheckpoint,
  exportedFiles,
  keepCheckpoint,
  leaf,
  type LogResource,
  proofFor,
  tile,
} from './reading.ts';
export { checkCommitment, commitTo, eraseSalt } from './salts.ts';
export type { LogReader, LogTransaction } from './store.ts';
