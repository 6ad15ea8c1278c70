import { useLanguage } from '../../../../design/language-context.ts';
import { type Language, languages } from '../../../../kernel/language.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';

interface PreviewSettingsProps {
  readonly path: string;
  readonly shown: Language;
  readonly phone: boolean;
}

/** In which language and how wide the preview is. */
export function PreviewSettings({ path, shown, phone }: PreviewSettingsProps) {
  const reader = useLanguage();
  const t = words(reader);
  const href = (language: Language, narrow: boolean) =>
    `${path}?in=${language}${narrow ? '&width=phone' : ''}`;
  const width = (narrow: boolean) => t(narrow ? 'preview-phone' : 'preview-desk');
  return (
    <nav aria-label={t('preview-how')}>
      <p>
        {t('preview-language')}:{' '}
        {languages.map((language, place) => (
          <span key={language}>
            {place > 0 && ' · '}
            <Option
              href={href(language, phone)}
              chosen={language === shown}
              says={languageName(reader, language)}
            />
          </span>
        ))}
      </p>
      <p>
        {t('preview-width')}: <Option href={href(shown, false)} chosen={!phone} says={width(false)} /> ·{' '}
        <Option href={href(shown, true)} chosen={phone} says={width(true)} />
      </p>
    </nav>
  );
}

/** What is chosen is said in bold and leads nowhere. */
function Option({ href, chosen, says }: { href: string; chosen: boolean; says: string }) {
  return chosen ? <strong aria-current="true">{says}</strong> : <a href={href}>{says}</a>;
}
