import type { z } from 'zod';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { LocalText } from '../../../../kernel/local-text.ts';
import { optionalText, text } from '../../../../platform/forms/fields.ts';

/** The field that holds a text in one language: `nameEn`. */
export function fieldIn(name: string, language: Language): string {
  return `${name}${language.slice(0, 1).toUpperCase()}${language.slice(1)}`;
}

/** Five fields for one text. `en`: the other languages may follow; `none`: it may lack for now. */
export function inFive(
  name: string,
  max: number,
  needed: 'all' | 'en' | 'none',
): Record<string, z.ZodType<string | null>> {
  return Object.fromEntries(
    languages.map((language) => [
      fieldIn(name, language),
      needed === 'all' || (needed === 'en' && language === 'en') ? text(max) : optionalText(max),
    ]),
  );
}

/** The five fields as one text; what lacks is empty. */
export function gathered(said: Readonly<Record<string, unknown>>, name: string): LocalText {
  const saidIn = (language: Language) => {
    const value = said[fieldIn(name, language)];
    return typeof value === 'string' ? value : '';
  };
  return { en: saidIn('en'), fr: saidIn('fr'), es: saidIn('es'), pt: saidIn('pt'), ar: saidIn('ar') };
}

/** The text as its five fields would say it. */
export function spread(name: string, said: LocalText): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [fieldIn(name, language), said[language]]));
}
