import { IntlMessageFormat } from 'intl-messageformat';
import type { ComponentChildren } from 'preact';
import { directionOf, type Language } from '../../kernel/language.ts';
import type { Reason, SentenceValues } from '../../kernel/refusal.ts';

/** BCP 47 tags used for numbers, dates and plurals. Latin digits in Arabic: figures must match their CSV. */
const localeTags: Record<Language, string> = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  pt: 'pt',
  ar: 'ar-u-nu-latn',
};

export function localeTag(language: Language): string {
  return localeTags[language];
}

type RichValues = Record<
  string,
  string | number | bigint | Date | ((chunks: ComponentChildren) => ComponentChildren)
>;

/** One capability's sentences in one language. */
export interface Words<Key extends string> {
  readonly language: Language;
  (key: Key, values?: SentenceValues): string;
  /** The same with markup: `<link>…</link>` in the message calls `values.link(children)`. */
  rich(key: Key, values: RichValues): ComponentChildren;
}

export type Catalogue<Key extends string> = (language: Language) => Words<Key>;

const registry = new Map<string, Record<Language, Record<string, string>>>();
const parsed = new Map<string, IntlMessageFormat>();

/**
 * A capability's catalogue: ICU messages in five languages, all with the keys of English (the compiler insists).
 * @param name the prefix of its reasons, e.g. `impact` for `impact:verifier-is-proposer`
 */
export function catalogue<English extends Record<string, string>>(
  name: string,
  texts: Record<Language, Record<keyof English & string, string>> & { en: English },
): Catalogue<keyof English & string> {
  registry.set(name, texts);
  const made = new Map<Language, Words<keyof English & string>>();
  return (language) => {
    let words = made.get(language);
    if (!words) {
      words = Object.assign((key: string, values?: SentenceValues) => say(name, language, key, values), {
        language,
        rich: (key: string, values: RichValues) =>
          message(name, language, key).format(
            values as Parameters<IntlMessageFormat['format']>[0],
          ) as ComponentChildren,
      });
      made.set(language, words);
    }
    return words;
  };
}

/** The sentence of a reason. An unknown key is a fault of ours and shows as itself. */
export function explain(language: Language, reason: Reason): string {
  const split = reason.key.indexOf(':');
  return say(reason.key.slice(0, split), language, reason.key.slice(split + 1), reason.values);
}

function say(name: string, language: Language, key: string, values?: SentenceValues): string {
  const text = registry.get(name)?.[language]?.[key];
  if (text === undefined) return `${name}:${key}`;
  if (!text.includes('{') && !text.includes("'") && !text.includes('<')) return text;
  return String(message(name, language, key).format(values && isolate(language, values)));
}

function message(name: string, language: Language, key: string): IntlMessageFormat {
  const id = `${language}:${name}:${key}`;
  let format = parsed.get(id);
  if (!format) {
    const text = registry.get(name)?.[language]?.[key] ?? `${name}:${key}`;
    format = new IntlMessageFormat(text, localeTags[language]);
    parsed.set(id, format);
  }
  return format;
}

/** Names inside an Arabic sentence keep their own direction (Unicode FSI … PDI). */
function isolate(language: Language, values: SentenceValues): SentenceValues {
  if (directionOf(language) === 'ltr') return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && !/^[a-z-]+$/.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
}
