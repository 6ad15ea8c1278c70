import type { Answer, Answers, FormBody, Question, Section } from './form.ts';

export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;
export type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

export const questionKinds = [
  'text',
  'choice',
  'number',
  'date',
  'city',
  'country',
  'file',
  'table',
  'budget',
  'indicators',
] as const satisfies readonly QuestionKind[];

/** All questions in their order. */
export function questionsOf(form: FormBody): Question[] {
  return form.sections.flatMap(({ questions }) => questions);
}

export function findQuestion(form: FormBody, key: string): Question | undefined {
  return questionsOf(form).find((question) => question.key === key);
}

/** The question a posted field belongs to: `budget.3.amount` belongs to `budget`. */
export function questionOfField(field: string): string {
  return field.split('.', 1)[0] ?? '';
}

export function sectionOf(form: FormBody, questionKey: string): Section | undefined {
  return form.sections.find(({ questions }) => questions.some(({ key }) => key === questionKey));
}

/** The answer under the question's key, if it is of the question's kind; a form may have changed its mind since. */
export function answerTo<Kind extends QuestionKind>(
  question: { readonly key: string; readonly kind: Kind },
  answers: Answers,
): AnswerOf<Kind> | undefined {
  const answer = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
  return answer?.kind === question.kind ? (answer as AnswerOf<Kind>) : undefined;
}

/** Did somebody say anything, right or wrong? */
export function isAnswered(answer: Answer | undefined): boolean {
  if (!answer) return false;
  switch (answer.kind) {
    case 'text':
      return answer.text.trim() !== '';
    case 'choice':
      return answer.chosen.length > 0;
    case 'number':
      return answer.number.trim() !== '';
    case 'date':
      return answer.date !== '';
    case 'city':
      return answer.cityId !== '';
    case 'country':
      return answer.country !== '';
    case 'file':
      return answer.files.length > 0;
    case 'budget':
      return answer.lines.length > 0 || answer.totalMinor !== '';
    case 'table':
    case 'indicators':
    default:
      return answer.rows.length > 0;
  }
}

/** An application begins with nothing said. */
export function blankAnswers(): Answers {
  return {};
}
