export { type FileStore, fileStore, type StoredFile } from './file-store.ts';
export { type FileKind, fileKinds } from './kinds.ts';
