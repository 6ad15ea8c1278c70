import { type ChangeObject, diffArrays } from 'diff';
import { useKitWords } from './language-context.ts';

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
  readonly beforeLabel?: string | undefined;
  readonly afterLabel?: string | undefined;
  /** The language of both texts, when it is not the page's. */
  readonly lang?: string | undefined;
}

/** Two states of a text, word by word: side by side on a desk, one under the other on a phone. */
export function Difference({ before, after, beforeLabel, afterLabel, lang }: DifferenceProps) {
  const t = useKitWords();
  if (before === after) return <p class="quiet">{t('no-difference')}</p>;
  const language = lang ?? t.language;
  const parts = diffArrays(wordsOf(before, language), wordsOf(after, language));
  return (
    <div class="difference">
      <Side label={beforeLabel ?? t('before')} lang={lang} parts={parts.filter((part) => !part.added)} />
      <Side label={afterLabel ?? t('after')} lang={lang} parts={parts.filter((part) => !part.removed)} />
    </div>
  );
}

/** Words, spaces and stops, by the rules of the language: the library's own words are Latin only. */
function wordsOf(text: string, language: string): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map((part) => part.segment);
}

interface SideProps {
  readonly label: string;
  readonly lang: string | undefined;
  readonly parts: readonly ChangeObject<string[]>[];
}

/** Screen readers are seldom told of <ins> and <del>, so the change is also said in a hidden word. */
function Side({ label, lang, parts }: SideProps) {
  const t = useKitWords();
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <p lang={lang} dir="auto">
        {parts.map((part, index) => {
          const said = part.added ? t('added') : t('removed');
          const Change = part.added ? 'ins' : part.removed ? 'del' : undefined;
          return Change ? (
            <Change key={index}>
              <span class="unseen">[{said}] </span>
              {part.value.join('')}
            </Change>
          ) : (
            part.value.join('')
          );
        })}
      </p>
    </section>
  );
}
