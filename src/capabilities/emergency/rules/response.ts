import type { Language } from '../../../kernel/language.ts';

export const stages = ['draft', 'published', 'withdrawn', 'closed'] as const;
export type Stage = (typeof stages)[number];

export const moves = ['publish', 'confirm', 'take-back'] as const;
export type Move = (typeof moves)[number];

/** From which stages a press is possible; closing has its own form. */
const from: Record<Move | 'close', readonly Stage[]> = {
  publish: ['draft', 'withdrawn'],
  confirm: ['published'],
  'take-back': ['published'],
  close: ['published'],
};

export function canMove(stage: Stage, move: Move | 'close'): boolean {
  return from[move].includes(stage);
}

/** A page goes out on one person's word; a second is asked to look within this time. */
export const confirmHours = 24;

export function confirmBy(publishedAt: Date): Date {
  return new Date(publishedAt.getTime() + confirmHours * 3_600_000);
}

/** Languages of people on the move most often met; pages and mails are in the platform's five. */
export const spokenLanguages = [
  'en',
  'fr',
  'es',
  'pt',
  'ar',
  'uk',
  'ru',
  'tr',
  'fa',
  'ps',
  'ku',
  'so',
  'ti',
  'am',
  'sw',
  'ha',
  'ht',
  'bn',
  'my',
  'ur',
] as const;

export interface Wording {
  readonly language: Language;
  readonly title: string;
  readonly what: string;
  readonly isFirst: boolean;
  readonly version: number;
}

/** The reader's language, else that in which the page was first written. */
export function wordingFor(wordings: readonly Wording[], language: Language): Wording {
  const chosen =
    wordings.find((one) => one.language === language) ??
    wordings.find(({ isFirst }) => isFirst) ??
    wordings[0];
  if (!chosen) throw new Error('a response without words');
  return chosen;
}

/** Where no reader is known: as it was first written. */
export function defaultTitle(wordings: readonly Wording[]): string {
  return (wordings.find(({ isFirst }) => isFirst) ?? wordings[0])?.title ?? '';
}
