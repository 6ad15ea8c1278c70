/** The page's language, with the Latin digits the server writes in Arabic. */
export function readerLocale(): string {
  const { lang } = document.documentElement;
  return lang === 'ar' ? 'ar-u-nu-latn' : lang === 'en' ? 'en-GB' : lang;
}
