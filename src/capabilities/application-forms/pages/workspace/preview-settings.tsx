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
  return (
    <nav aria-label={t('preview-how')}>
      <p>
        {t('preview-language')}:{' '}
        {languages.map((language, place) => (
          <>
            {place > 0 && ' · '}
            <a
              key={language}
              href={href(language, phone)}
              aria-current={language === shown ? 'true' : undefined}
            >
              {languageName(reader, language)}
            </a>
          </>
        ))}
      </p>
      <p>
        {t('preview-width')}:{' '}
        <a href={href(shown, false)} aria-current={phone ? undefined : 'true'}>
          {t('preview-desk')}
        </a>{' '}
        ·{' '}
        <a href={href(shown, true)} aria-current={phone ? 'true' : undefined}>
          {t('preview-phone')}
        </a>
      </p>
    </nav>
  );
}
