import { directionOf, isLanguage } from '../kernel/language.ts';
import { languageName } from '../platform/languages/format.ts';
import { useKitWords, useLanguage } from './language-context.ts';
import { Tag } from './tag.tsx';

interface SideText {
  readonly lang: string;
  readonly paragraphs: readonly string[];
}

interface SideBySideProps {
  readonly original: SideText;
  /** Its paragraphs stand beside those of the original; one not yet translated is an empty text. */
  readonly translation: SideText & { readonly stale?: boolean | undefined };
}

/** A text and its translation, paragraph beside paragraph. */
export function SideBySide({ original, translation }: SideBySideProps) {
  const t = useKitWords();
  const language = useLanguage();
  return (
    <div class="side-by-side">
      <div class="pair heads">
        <p>
          {t('original')} · {languageName(language, original.lang)}
        </p>
        <p>
          {t('translation')} · {languageName(language, translation.lang)}{' '}
          {translation.stale && <Tag tone="signal">{t('translation-stale')}</Tag>}
        </p>
      </div>
      {original.paragraphs.map((paragraph, index) => (
        <div class="pair" key={index}>
          <Paragraph lang={original.lang} text={paragraph} />
          <Paragraph lang={translation.lang} text={translation.paragraphs[index] ?? ''} />
        </div>
      ))}
    </div>
  );
}

function Paragraph({ lang, text }: { lang: string; text: string }) {
  const t = useKitWords();
  if (text === '') return <p class="quiet">{t('not-translated')}</p>;
  return (
    <p lang={lang} dir={isLanguage(lang) ? directionOf(lang) : 'auto'}>
      {text}
    </p>
  );
}
