import { isLanguage, type Language } from '../../kernel/language.ts';

/** `/fr/cities` is French `/cities`; English has no prefix. */
export function splitLanguage(pathname: string): { language: Language; path: string } {
  const first = pathname.slice(1, 3);
  const prefixed = first !== 'en' && isLanguage(first) && (pathname.length === 3 || pathname[3] === '/');
  return prefixed ? { language: first, path: pathname.slice(3) || '/' } : { language: 'en', path: pathname };
}

export function localPath(language: Language, path: string): string {
  if (language === 'en') return path;
  return path === '/' ? `/${language}/` : `/${language}${path}`;
}
