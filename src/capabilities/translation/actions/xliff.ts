import js2xliff from 'xliff/js2xliff';
import xliff2js from 'xliff/xliff2js';
import type { Language } from '../../../kernel/language.ts';
import { isUuid } from '../../../kernel/id.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { Unit } from '../rules/returned.ts';
import { shownText, stateOf, type TranslatedText } from '../rules/translated.ts';

/** Larger than any application in any language; what is larger is not one of ours. */
const mostBytes = 8 * 1024 * 1024;

/** XLIFF 2.0 (OASIS): one file element for each text, one unit for each paragraph, named by its id. */
export async function xliffOf(texts: readonly TranslatedText[], openOnly: boolean): Promise<string> {
  const [first] = texts;
  const resources: Record<string, Record<string, { source: string; target?: string; note: string }>> = {};
  for (const text of texts) {
    const units: (typeof resources)[string] = {};
    for (const paragraph of text.paragraphs) {
      const state = stateOf(paragraph);
      if (openOnly && state === 'reviewed') continue;
      const target = shownText(paragraph);
      units[paragraph.id] = {
        source: paragraph.source,
        ...(target ? { target } : {}),
        note: `${text.asked} [${state}]`,
      };
    }
    if (Object.keys(units).length > 0) resources[text.id] = units;
  }
  const written: string = await js2xliff({
    resources,
    sourceLanguage: first?.sourceLanguage ?? 'en',
    targetLanguage: first?.targetLanguage ?? 'en',
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`;
}

export interface TranslatorsFile {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly units: readonly Unit[];
}

/**
 * Reads a file back; names and entities of its own are refused before anything is parsed.
 * @throws Refusal when it is not XLIFF 2 or is too large
 */
export async function readXliff(bytes: Uint8Array): Promise<TranslatorsFile> {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (bytes.byteLength > mostBytes) throw new Refusal(because('translation:file-too-large'));
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Refusal(because('translation:not-xliff'));
  let read: {
    resources: Record<string, Record<string, Entry>>;
    sourceLanguage: string;
    targetLanguage: string;
  };
  try {
    read = await xliff2js(text);
  } catch {
    throw new Refusal(because('translation:not-xliff'));
  }
  const units = Object.values(read.resources ?? {}).flatMap((file) =>
    Object.entries(file).flatMap(([id, { source, target }]) =>
      isUuid(id) ? [{ id, source: plain(source), target: plain(target) }] : [],
    ),
  );
  if (units.length === 0) throw new Refusal(because('translation:no-units'));
  return { sourceLanguage: read.sourceLanguage, targetLanguage: read.targetLanguage ?? '', units };
}

interface Entry {
  readonly source?: unknown;
  readonly target?: unknown;
}

/** Tools put inline marks around words; of those, the words count. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain).join('');
  if (value === null || typeof value !== 'object') return '';
  return Object.values(value)
    .map((inner: unknown) =>
      inner !== null && typeof inner === 'object' && 'contents' in inner ? plain(inner.contents) : '',
    )
    .join('');
}

/** @throws Refusal when the file goes from or into another language than the record */
export function refuseOtherLanguages(file: TranslatorsFile, from: Language, to: Language): void {
  const isOther = (said: string, wanted: string) => said.toLowerCase().split('-')[0] !== wanted;
  if (isOther(file.sourceLanguage, from) || isOther(file.targetLanguage, to))
    throw new Refusal(because('translation:other-languages', { from, to }));
}
