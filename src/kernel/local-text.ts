import type { Language } from './language.ts';

/** A text that the platform shows in each of its languages. */
export type LocalText = Readonly<Record<Language, string>>;
