import type { Language } from '../../../kernel/language.ts';

export const origins = ['person', 'machine', 'file'] as const;
export type Origin = (typeof origins)[number];

/** A translation of one paragraph as it was written; the newest counts. */
export interface Rendering {
  readonly id: string;
  /** Counts up by one for each rendering of the paragraph. */
  readonly number: number;
  readonly text: string;
  readonly origin: Origin;
  readonly byPerson: string | null;
  readonly byName: string | null;
  readonly at: Date;
  readonly reviewedAt: Date | null;
  readonly objections: readonly string[];
}

export interface Paragraph {
  readonly id: string;
  readonly source: string;
  readonly rendering: Rendering | null;
  /** What stood here before and how it was translated, when the source was changed since. */
  readonly before: { readonly source: string; readonly text: string } | null;
}

/** One text of a record with its paragraphs as they stand. */
export interface TranslatedText {
  readonly id: string;
  readonly key: string;
  readonly asked: string;
  readonly cityId: string | null;
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
  readonly version: number;
  readonly paragraphs: readonly Paragraph[];
}

export const paragraphStates = ['missing', 'stale', 'draft', 'disputed', 'reviewed'] as const;
export type ParagraphState = (typeof paragraphStates)[number];

/**
 * Where a paragraph stands. `stale`: the source was changed and only the old translation is there. `disputed`: the city
 * says that this is not what it meant; a newer rendering settles it.
 */
export function stateOf({ rendering, before }: Pick<Paragraph, 'rendering' | 'before'>): ParagraphState {
  if (!rendering) return before ? 'stale' : 'missing';
  if (rendering.objections.length > 0) return 'disputed';
  return rendering.reviewedAt ? 'reviewed' : 'draft';
}

/** What a reader is shown in the target language: the rendering, the stale one, or nothing. */
export function shownText({ rendering, before }: Pick<Paragraph, 'rendering' | 'before'>): string {
  return rendering?.text ?? before?.text ?? '';
}

export type Progress = Readonly<Record<ParagraphState, number>>;

export function progressOf(texts: readonly Pick<TranslatedText, 'paragraphs'>[]): Progress {
  const progress = { missing: 0, stale: 0, draft: 0, disputed: 0, reviewed: 0 };
  for (const paragraph of texts.flatMap(({ paragraphs }) => paragraphs)) progress[stateOf(paragraph)] += 1;
  return progress;
}
