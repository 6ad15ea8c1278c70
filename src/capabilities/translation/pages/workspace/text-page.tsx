import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { type Term, termsUsed } from '../../rules/glossary.ts';
import { progressOf, shownText, type TranslatedText } from '../../rules/translated.ts';
import { type RecordSeen, recordPath } from '../asked.ts';
import { ProgressTags } from '../state-tag.tsx';
import { ReviewForm } from './review-form.tsx';
import { WritingForm } from './writing-form.tsx';

export interface TextPageProps extends RecordSeen {
  readonly visit: Visit;
  readonly text: TranslatedText;
  readonly terms: readonly Term[];
  /** What the same paragraph was translated as elsewhere, by paragraph. */
  readonly remembered: ReadonlyMap<string, string>;
  readonly writing: FormState;
  readonly review: FormState;
}

/** One text: its paragraphs beside what is written for them, the glossary's words, and what waits for a second reader. */
export function TextPage(props: TextPageProps) {
  const { visit, text, terms, subject, title } = props;
  const { language } = visit;
  const t = words(language);
  const saved = visit.query('saved');
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/translation'), label: t('title') },
          { href: visit.href(recordPath(subject)), label: title },
        ]}
      />
      <PageHead
        kind={t('from-to', {
          from: languageName(language, text.sourceLanguage),
          to: languageName(language, text.targetLanguage),
        })}
        title={<span lang={text.sourceLanguage}>{text.asked}</span>}
        stage={<ProgressTags language={language} progress={progressOf([text])} />}
      />
      {saved && (
        <Notice live>
          <p>{t('saved', { n: Number(saved) || 0 })}</p>
        </Notice>
      )}
      <Glossary visit={visit} text={text} terms={terms} />
      <WritingForm {...props} />
      <ReviewForm {...props} />
    </>
  );
}

/** The glossary's words for what the text speaks of, and where the translation leaves them. */
function Glossary({ visit, text, terms }: Pick<TextPageProps, 'visit' | 'text' | 'terms'>) {
  const t = words(visit.language);
  const source = {
    language: text.sourceLanguage,
    text: text.paragraphs.map((one) => one.source).join('\n'),
  };
  const target = { language: text.targetLanguage, text: text.paragraphs.map(shownText).join('\n') };
  const used = termsUsed(terms, source, target);
  if (used.length === 0) return null;
  return (
    <section>
      <h2>{t('glossary-here')}</h2>
      <ul>
        {used.map(({ term, kept }) => (
          <li key={term.id}>
            <span lang={text.sourceLanguage}>{term.words[text.sourceLanguage]}</span> →{' '}
            <strong lang={text.targetLanguage}>{term.words[text.targetLanguage]}</strong>
            {!kept && ` · ${t('term-left')}`}
            {term.note && <span class="quiet"> · {term.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
