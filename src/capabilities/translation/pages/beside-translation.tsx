import { directionOf, type Language } from '../../../kernel/language.ts';
import { languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import { shownText, stateOf, type TranslatedText } from '../rules/translated.ts';
import { StateTag } from './state-tag.tsx';

interface BesideTranslationProps {
  /** The page's. */
  readonly language: Language;
  readonly text: TranslatedText;
}

/** A text in its own language and, paragraph beside paragraph, its translation with where it stands. */
export function BesideTranslation({ language, text }: BesideTranslationProps) {
  const t = words(language);
  const { sourceLanguage: from, targetLanguage: to } = text;
  return (
    <div class="side-by-side">
      <div class="pair heads">
        <p>
          {t('original')} · {languageName(language, from)}
        </p>
        <p>
          {t('translation')} · {languageName(language, to)}
        </p>
      </div>
      {text.paragraphs.map((paragraph) => {
        const state = stateOf(paragraph);
        return (
          <div class="pair" key={paragraph.id}>
            <p lang={from} dir={directionOf(from)}>
              {paragraph.source}
            </p>
            <div>
              {state === 'missing' ? (
                <p class="quiet">{t('not-yet')}</p>
              ) : (
                <p lang={to} dir={directionOf(to)}>
                  {shownText(paragraph)}
                </p>
              )}
              {state !== 'reviewed' && state !== 'missing' && (
                <p>
                  <StateTag language={language} state={state} />
                </p>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
