import { type Module, questionsOf, type QuestionItem } from './content.ts';

/** What somebody answered, by the question's id: ids of choices joined by line breaks, or a number as typed. */
export type Said = Readonly<Record<string, string>>;

/** Reads a number as people write it: comma or point, other digits of Arabic too. Undefined when it is none. */
export function readNumber(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace('٫', '.')
    .replace(',', '.')
    .replaceAll(/[\s\u00a0\u202f]/g, '');
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

/** Right only when all that is right was chosen and nothing else. */
export function isRight(question: QuestionItem, said: string | undefined): boolean {
  if (said === undefined || said.trim() === '') return false;
  if (question.form === 'number') {
    const number = readNumber(said);
    // A billionth forgives what binary fractions do to 0.1.
    return (
      number !== undefined &&
      question.answer !== null &&
      Math.abs(number - question.answer) <= question.within + 1e-9
    );
  }
  const chosen = new Set(said.split('\n').filter(Boolean));
  return question.choices.every(({ id, right }) => chosen.has(id) === right);
}

export interface Marked {
  readonly right: number;
  readonly asked: number;
}

export function mark(module: Module, said: Said): Marked {
  const questions = questionsOf(module);
  return { right: questions.filter((one) => isRight(one, said[one.id])).length, asked: questions.length };
}

/** Enough of a module's questions were right; one without questions is passed by reading it. */
export function isPassed({ right, asked }: Marked, passPercent: number): boolean {
  return right * 100 >= asked * passPercent;
}
