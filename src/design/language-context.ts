import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../kernel/language.ts';
import type { Words } from '../platform/languages/catalogue.ts';
import { type DesignKey, words } from './messages/index.ts';

/** Set once by the page shell; every piece of the kit reads it. English outside a shell. */
export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The kit's own sentences in the reader's language. */
export function useKitWords(): Words<DesignKey> {
  return words(useLanguage());
}
