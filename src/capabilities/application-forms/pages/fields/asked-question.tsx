import { useLanguage } from '../../../../design/language-context.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Question } from '../../rules/form.ts';
import type { AnswerOf, QuestionKind, QuestionOf } from '../../rules/questions.ts';
import { said } from '../said.ts';
import type { FieldsContext, KnownFact } from './section-fields.tsx';

export interface QuestionProps<Kind extends QuestionKind = QuestionKind> {
  readonly question: QuestionOf<Kind>;
  readonly answer: AnswerOf<Kind> | undefined;
  readonly context: FieldsContext;
}

/** What every kit field of a question gets. */
export function asked(question: Question, language: Language, known?: KnownFact) {
  const help = said(question.help, language);
  return {
    name: question.key,
    label: said(question.label, language),
    optional: !question.needed,
    hint:
      help || known ? (
        <>
          {help}
          {known && <KnownNote fact={known} language={language} />}
        </>
      ) : undefined,
  };
}

function KnownNote({ fact, language }: { fact: KnownFact; language: Language }) {
  const t = words(language);
  const on = formatDate(language, fact.confirmedOn);
  return (
    <span>
      {' '}
      {fact.source
        ? t('known-from', { fact: fact.text, source: fact.source, on })
        : t('known', { fact: fact.text, on })}
    </span>
  );
}

/** In a form carried away: what only the platform can take. */
export function OnlineOnly({ question, answered }: { question: Question; answered: boolean }) {
  const language = useLanguage();
  return (
    <div class="field">
      <p>
        <strong>{said(question.label, language)}</strong>
      </p>
      <p class="hint">{words(language)(answered ? 'offline.kept-online' : 'offline.online-only')}</p>
    </div>
  );
}
