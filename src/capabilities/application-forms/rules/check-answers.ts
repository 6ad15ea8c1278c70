import { parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { isUuid } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, type Problem, type SentenceValues } from '../../../kernel/refusal.ts';
import { readNumber } from './amounts.ts';
import { budgetProblems } from './check-budget.ts';
import { indicatorProblems, tableProblems } from './check-rows.ts';
import { visibleQuestions } from './condition.ts';
import { isCountry } from './countries.ts';
import { countWords, wordLimit } from './count-words.ts';
import type { Answer, Answers, FormBody, Question } from './form.ts';
import { type AnswerOf, isAnswered, type QuestionKind, type QuestionOf, sectionOf } from './questions.ts';
import { sayDay } from './say.ts';
import type { WindowTerms } from './window-terms.ts';

export interface Judging {
  /** Of the answers: words are counted by its rules, and questions named in it. */
  readonly language: Language;
  /** Without a window a budget is only checked against itself. */
  readonly window?: WindowTerms | undefined;
}

/** What is wrong with one answer. `field` is the posted field, so that a page's summary leads to it. */
export interface AnswerProblem extends Problem {
  readonly question: string;
  readonly section: string;
}

/** What one kind's check says: below the question's own field name where `field` is given. */
export type Fault = readonly [key: string, values?: SentenceValues, field?: string];

type Check<Kind extends QuestionKind> = (
  question: QuestionOf<Kind>,
  answer: AnswerOf<Kind>,
  judging: Judging,
) => Fault[];

/** All problems at once, each naming its question. Questions that are not shown are not judged. */
export function checkAnswers(form: FormBody, answers: Answers, judging: Judging): AnswerProblem[] {
  return visibleQuestions(form, answers).flatMap((question) => {
    const answer = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    const section = sectionOf(form, question.key)?.key ?? '';
    return faultsOf(question, answer, judging).map(([key, values, field]) => ({
      question: question.key,
      section,
      field: field ? `${question.key}.${field}` : firstField(question),
      reason: because(`application-forms:problem.${key}`, {
        question: question.label[judging.language] || question.label.en,
        ...values,
      }),
    }));
  });
}

/** The first field a question is drawn with. */
function firstField({ key, kind }: Question): string {
  if (kind === 'budget') return `${key}.total`;
  return kind === 'table' || kind === 'indicators' ? `${key}.more` : key;
}

function faultsOf(question: Question, answer: Answer | undefined, judging: Judging): Fault[] {
  if (!isAnswered(answer) || !answer) return question.needed ? [['needed']] : [];
  if (answer.kind !== question.kind) return [['other-kind']];
  const check = checks[question.kind] as Check<QuestionKind>;
  return check(question, answer, judging);
}

const checks: { readonly [Kind in QuestionKind]: Check<Kind> } = {
  text(question, { text }, { language }) {
    const most = wordLimit(question, language);
    const faults: Fault[] = [];
    if (question.lines === 'one' && text.includes('\n')) faults.push(['one-line']);
    if (most === undefined) return faults;
    const words = countWords(text, language);
    if (words > most) faults.push(['too-many-words', { words, most, over: words - most }]);
    return faults;
  },
  choice(question, { chosen }) {
    const known = new Set(question.choices.map(({ key }) => key));
    if (chosen.some((key) => !known.has(key))) return [['unknown-choice']];
    return !question.many && chosen.length > 1 ? [['one-choice']] : [];
  },
  number(question, { number }) {
    const value = readNumber(number, question.decimals);
    if (value === undefined)
      return readNumber(number, 15) === undefined
        ? [['not-a-number']]
        : [['too-many-decimals', { decimals: question.decimals }]];
    if (question.min !== undefined && value < question.min) return [['number-below', { min: question.min }]];
    return question.max !== undefined && value > question.max
      ? [['number-above', { max: question.max }]]
      : [];
  },
  date(question, answer, { language }) {
    const date = parseCalendarDate(answer.date);
    if (!date) return [['not-a-date']];
    if (question.earliest && date < question.earliest)
      return [['date-before', { day: sayDay(language, question.earliest) }]];
    return question.latest && date > question.latest
      ? [['date-after', { day: sayDay(language, question.latest) }]]
      : [];
  },
  city: (_question, { cityId }) => (isUuid(cityId) ? [] : [['unknown-city']]),
  country: (_question, { country }) => (isCountry(country) ? [] : [['unknown-country']]),
  file(question, { files }) {
    const faults: Fault[] = [];
    if (files.length > question.maxFiles)
      faults.push(['too-many-files', { files: files.length, most: question.maxFiles }]);
    for (const { name } of files.filter((file) => !question.accepts.includes(endingOf(file.name))))
      faults.push(['file-kind', { file: name, accepted: question.accepts.join(', ').toUpperCase() }]);
    return faults;
  },
  table: tableProblems,
  budget: budgetProblems,
  indicators: indicatorProblems,
};

function endingOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return ending === 'jpeg' ? 'jpg' : ending;
}
