export { fileStore, type FileStore, type StoredFile } from './file-store.ts';
export { type FileKind, fileKinds } from './kinds.ts';
