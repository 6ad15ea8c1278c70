import { Tag } from '../../../design/tag.tsx';
import { directionOf, type Language } from '../../../kernel/language.ts';
import { languageName } from '../../../platform/languages/format.ts';
import { MarkdownText } from '../../../platform/markdown/markdown-text.tsx';
import { type SomeText, saidIn } from '../rules/some-text.ts';

interface SaidProps {
  readonly of: SomeText;
  readonly language: Language;
  /** In which the text is whole. */
  readonly source: Language;
}

/** One line of a course or event, in the reader's language or else in the source language, marked so for every reader. */
export function Said({ of, language, source }: SaidProps) {
  const said = saidIn(of, language, source);
  if (said.language === language) return <>{said.text}</>;
  return (
    <span lang={said.language} dir={directionOf(said.language)}>
      {said.text}
    </span>
  );
}

/** A text in Markdown; what is not translated says in which language it stands. */
export function SaidText({ of, language, source, level }: SaidProps & { readonly level?: 2 | 3 | 4 }) {
  const said = saidIn(of, language, source);
  if (said.text === '') return null;
  if (said.language === language) return <MarkdownText text={said.text} level={level} />;
  return (
    <div lang={said.language} dir={directionOf(said.language)} class="flow">
      <p>
        <Tag tone="waiting">{languageName(said.language, said.language)}</Tag>
      </p>
      <MarkdownText text={said.text} level={level} />
    </div>
  );
}
