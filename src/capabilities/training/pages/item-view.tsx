import { formatNumber } from '../../../platform/languages/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import { type Content, type FileItem, isPicture, type Item, type QuestionItem } from '../rules/content.ts';
import { saidIn } from '../rules/some-text.ts';
import { Said, SaidText } from './said.tsx';

export interface ItemFrame {
  readonly language: Language;
  readonly content: Pick<Content, 'sourceLanguage'>;
  /** Where a file's bytes are: an address, or the bytes themselves as a data address. */
  readonly fileAddress: (item: FileItem) => string;
}

/** A text, a picture or a file of a course. Questions stand in the form of their module. */
export function ItemView({ item, ...frame }: ItemFrame & { readonly item: Exclude<Item, QuestionItem> }) {
  const { language, content, fileAddress } = frame;
  const source = content.sourceLanguage;
  if (item.kind === 'text') return <SaidText of={item.body} language={language} source={source} level={2} />;
  const { file } = item;
  if (isPicture(file))
    return (
      <figure>
        <img
          src={fileAddress(item)}
          alt={saidIn(item.body, language, source).text}
          loading="lazy"
          decoding="async"
        />
      </figure>
    );
  return (
    <p>
      <a href={fileAddress(item)} download={file.name}>
        <Said of={item.body} language={language} source={source} />
      </a>{' '}
      <span class="quiet">
        {file.kind.toUpperCase()}, {fileSize(language, file.size)}
      </span>
    </p>
  );
}

export function fileSize(language: Language, bytes: number): string {
  return formatNumber(language, Math.max(1, Math.round(bytes / 1000)), {
    style: 'unit',
    unit: 'kilobyte',
    unitDisplay: 'short',
  });
}

/** What is right, as a reader would answer. */
export function rightAnswer(question: QuestionItem, language: Language, source: Language): string {
  if (question.form === 'number') {
    if (question.answer === null) return '';
    const answer = formatNumber(language, question.answer, { maximumFractionDigits: 6 });
    return question.within > 0
      ? words(language)('within', {
          answer,
          within: formatNumber(language, question.within, { maximumFractionDigits: 6 }),
        })
      : answer;
  }
  return question.choices
    .filter(({ right }) => right)
    .map(({ text }) => saidIn(text, language, source).text)
    .join(' · ');
}
