import { hashOf } from './paragraphs.ts';
import type { TranslatedText } from './translated.ts';

/** One unit of a file for translators: a paragraph, known by its id. */
export interface Unit {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

export interface ReturnedRendering {
  readonly paragraphId: string;
  readonly text: string;
}

/** Why a unit of a returned file is not offered. */
export interface LeftOut {
  readonly source: string;
  readonly text: string;
  readonly why: 'unknown' | 'source-changed' | 'empty' | 'same';
}

/**
 * What a translator's file says anew of a record's paragraphs as they stand now. A unit whose source is no longer the
 * paragraph's, or was changed in the file, is left out: its translation would be of another text.
 */
export function readReturned(
  texts: readonly TranslatedText[],
  units: readonly Unit[],
): { renderings: ReturnedRendering[]; leftOut: LeftOut[] } {
  const paragraphs = new Map(
    texts.flatMap((text) => text.paragraphs.map((paragraph) => [paragraph.id, paragraph] as const)),
  );
  const renderings = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for (const { id, source, target } of units) {
    const paragraph = paragraphs.get(id);
    const text = target.trim();
    const leave = (why: LeftOut['why']) => void leftOut.push({ source, text, why });
    if (!paragraph) leave('unknown');
    else if (!hashOf(paragraph.source).equals(hashOf(source.trim()))) leave('source-changed');
    else if (text === '') leave('empty');
    else if (text === paragraph.rendering?.text) leave('same');
    else renderings.set(id, text);
  }
  return {
    renderings: [...renderings].map(([paragraphId, text]) => ({ paragraphId, text })),
    leftOut,
  };
}
