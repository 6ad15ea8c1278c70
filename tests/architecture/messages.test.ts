import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/kernel/language.ts';

type Texts = Record<string, string>;

interface Catalogue {
  readonly folder: string;
  readonly texts: Record<string, Texts>;
}

const catalogues: Catalogue[] = globSync('src/**/messages/en.json')
  .map((file) => path.dirname(file))
  .toSorted()
  .map((folder) => ({
    folder,
    texts: Object.fromEntries(
      languages.map((language) => [
        language,
        JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')) as Texts,
      ]),
    ),
  }));

const source = globSync('src/**/*.{ts,tsx}')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('messages in five languages', () => {
  it('are all seen by this test', () => {
    const count = catalogues.reduce((sum, { texts }) => sum + Object.keys(texts['en'] ?? {}).length, 0);
    console.log(
      `messages: ${catalogues.length} catalogues, ${count} messages in ${languages.length} languages`,
    );
    expect(catalogues.length).toBeGreaterThan(5);
    expect(count).toBeGreaterThan(300);
  });

  describe.each(catalogues)('$folder', ({ texts }) => {
    it('has the same keys in each', () => {
      const english = Object.keys(texts['en'] ?? {}).toSorted();
      for (const language of languages)
        expect(Object.keys(texts[language] ?? {}).toSorted(), language).toEqual(english);
    });

    it('fills the same values in each', () => {
      const odd = Object.entries(texts['en'] ?? {}).flatMap(([key, english]) =>
        languages
          .filter((language) => values(texts[language]?.[key] ?? '').join() !== values(english).join())
          .map((language) => `${language} ${key}`),
      );
      expect(odd).toEqual([]);
    });

    it('leaves no sentence in English', () => {
      expect(untranslated(texts)).toEqual([]);
    });

    it('holds no message that nothing says', () => {
      expect(Object.keys(texts['en'] ?? {}).filter((key) => !isSaid(key))).toEqual([]);
    });
  });

  it('would report a sentence left in English and a value left out (planted faults)', () => {
    const planted = {
      en: { a: 'Send the whole report now {n}' },
      fr: { a: 'Send the whole report now {n}' },
    };
    expect(untranslated(planted)).toEqual(['fr a']);
    expect(values('{n} of {m}')).not.toEqual(values('{n}'));
    expect(isSaid('Qqq.zzz.www')).toBe(false);
  });
});

/** The same text as English, longer than a name or a term could be. */
function untranslated(texts: Record<string, Texts>): string[] {
  return Object.entries(texts['en'] ?? {}).flatMap(([key, english]) =>
    english.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !word.includes('{')).length < 4
      ? []
      : Object.keys(texts)
          .filter((language) => language !== 'en' && texts[language]?.[key] === english)
          .map((language) => `${language} ${key}`),
  );
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What a message is filled with, markup included; literal text and the plural's # are not. */
function values(text: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if ('children' in element) walk(element.children);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
      if ('value' in element && !isLiteral(element)) names.add(element.value);
    }
  };
  walk(new IntlMessageFormat(text, 'en').getAst());
  return [...names].toSorted();
}

function isLiteral(element: Element): boolean {
  // Zero is the parser's mark of plain text.
  return `${element.type}` === '0';
}

/** Said as it stands, or by a key put together: `kind.${x}` says every `kind.…`. */
function isSaid(key: string): boolean {
  if (source.includes(`'${key}'`) || source.includes(`:${key}'`) || source.includes(`"${key}"`)) return true;
  return togetherKeys.some((pattern) => pattern.test(key));
}

const togetherKeys = [
  ...source.matchAll(/[`:]((?:[a-z][a-z0-9.-]*)?(?:\$\{[^}`]*\}[a-z0-9.-]*)+)`/g),
].flatMap(([, template = '']) => {
  const fixed = template.split(/\$\{[^}]*\}/);
  if (fixed.join('').replaceAll(/[^a-z]/g, '').length < 3) return [];
  return [new RegExp(`^${fixed.map((part) => part.replaceAll('.', String.raw`\.`)).join('[\\w.-]+')}$`)];
});
