import type { Language } from '../../../kernel/language.ts';

/** Small words that a text of a few lines cannot do without. */
const small: Record<Exclude<Language, 'ar'>, ReadonlySet<string>> = {
  en: new Set(
    'the of and to in is for that with this are you have we our not from can your would'.split(' '),
  ),
  fr: new Set(
    'le la les des et est une pour dans que qui nous vous notre avec sur ne pas aux du cette merci bonjour'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el los las del y es una para en que con nos nuestra nuestro por su como más gracias hola usted se'.split(
      ' ',
    ),
  ),
  pt: new Set(
    'o os as do da dos das e é uma para em que com nos nossa nosso por não obrigado olá você se ao'.split(
      ' ',
    ),
  ),
};

/** The language of a mail, by its script and its small words; English when nothing speaks for another. */
export function guessLanguage(text: string): Language {
  const start = text.slice(0, 4000).toLowerCase();
  const arabic = start.match(/[\u0600-\u06ff]/g)?.length ?? 0;
  const latin = start.match(/[a-zà-ÿ]/g)?.length ?? 0;
  if (arabic > latin) return 'ar';
  const words = start.match(/[a-zà-ÿ]+/g) ?? [];
  const counts = Object.entries(small).map(
    ([language, known]) => [language as Language, words.filter((word) => known.has(word)).length] as const,
  );
  const [best] = counts.toSorted(([, a], [, b]) => b - a);
  return best && best[1] > 0 ? best[0] : 'en';
}
