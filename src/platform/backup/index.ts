export { backUp } from './back-up.ts';
export { BackupRefused } from './refused.ts';
export { type Restored, restore } from './restore.ts';
