import { languages } from '../../kernel/language.ts';

/** One text posted in all languages: `label-en`, `label-fr`, … */
export function postedText(
  name: string,
  text: string,
  lacking: readonly string[] = [],
): Record<string, string> {
  return Object.fromEntries(
    languages.map((language) => [
      `${name}-${language}`,
      lacking.includes(language) ? '' : `${text} ${language}`,
    ]),
  );
}
