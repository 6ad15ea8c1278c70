import { type FieldProps, FieldFrame } from '../../../../design/form/field.tsx';
import { describedBy, useField } from '../../../../design/form/form-context.ts';
import { Island } from '../../../../design/island.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { countWords, wordLimit } from '../../rules/count-words.ts';
import type { QuestionOf } from '../../rules/questions.ts';

interface WordsFieldProps extends FieldProps {
  readonly question: QuestionOf<'text'>;
  readonly text: string;
  /** Of the answer. */
  readonly language: Language;
}

/** A text with its limit in words: counted by the server at each saving, by the island `word-counter` at each key. */
export function WordsField({ question, text, language, ...props }: WordsFieldProps) {
  const reader = useLanguage();
  const t = words(reader);
  const state = useField(props.name, text);
  const most = wordLimit(question, language);
  const countId = `${state.id}-count`;
  const described = [describedBy(state, props.hint), most && countId].filter(Boolean).join(' ');
  const common = {
    id: state.id,
    name: props.name,
    lang: language,
    dir: 'auto' as const,
    required: question.needed,
    'aria-invalid': state.error ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  };
  const box =
    question.lines === 'one' && !state.answer.includes('\n') ? (
      <input {...common} type="text" class="full" value={state.answer} />
    ) : (
      <textarea {...common} rows={most && most <= 60 ? 3 : most && most <= 150 ? 6 : 10}>
        {/* A browser takes one line break away at the start of a text. */}
        {`\n${state.answer}`}
      </textarea>
    );
  if (most === undefined)
    return (
      <FieldFrame {...props} state={state}>
        {box}
      </FieldFrame>
    );
  const count = (
    <p class="quiet" id={countId}>
      {t('words-of', { words: countWords(state.answer, language), most })}
    </p>
  );
  // The sentence with a mark where the number stands, for the island to fill.
  const pattern = t('words-typed', { words: '#', most });
  return (
    <FieldFrame {...props} state={state}>
      <Island is="word-counter" tells={{ says: pattern, most: String(most), lang: language }}>
        {box}
        {count}
      </Island>
    </FieldFrame>
  );
}
