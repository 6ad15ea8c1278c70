/** The five languages every page, message and mail exists in. English is the one the others are checked against. */
export const languages = ['en', 'fr', 'es', 'pt', 'ar'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
