import { type Language, languages } from '../kernel/language.ts';
import { useKitWords, useLanguage } from './language-context.ts';

/** Each language under its own name, for readers who do not know the page's. */
const ownNames: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
};

/** Leads to this very page in another language; opens without JavaScript. */
export function LanguageSwitch({ pathFor }: { pathFor: (language: Language) => string }) {
  const t = useKitWords();
  const current = useLanguage();
  return (
    <details class="languages">
      <summary>
        <span class="unseen">{t('language')}: </span>
        {ownNames[current]}
      </summary>
      <ul>
        {languages.map((language) => (
          <li key={language}>
            <a
              href={pathFor(language)}
              lang={language}
              hreflang={language}
              aria-current={language === current ? 'true' : undefined}
            >
              {ownNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
