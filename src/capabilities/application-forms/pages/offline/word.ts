import type { wordFile as make } from './word-file.ts';

/** `word-file.ts`, loaded when the first Word file is made: its library is large, and most programs never need it. */
export const wordFile: typeof make = async (...given) => (await import('./word-file.ts')).wordFile(...given);
