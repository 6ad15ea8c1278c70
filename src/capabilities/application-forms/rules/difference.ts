import type { Answer, Answers } from './form.ts';
import { isAnswered } from './questions.ts';

/** One question whose two answers differ. */
export interface AnswerDifference {
  readonly question: string;
  readonly before: Answer | undefined;
  readonly after: Answer | undefined;
}

/** Question by question, in the order given; pass the keys a form asks, or those `after` could say anything about. */
export function differenceOf(
  before: Answers,
  after: Answers,
  keys: readonly string[] = [...new Set([...Object.keys(before), ...Object.keys(after)])],
): AnswerDifference[] {
  return keys.flatMap((question) => {
    const [old, next] = [said(before, question), said(after, question)];
    return canonical(old) === canonical(next) ? [] : [{ question, before: old, after: next }];
  });
}

/** `before` with the answers of `after` under the accepted keys; all others stay as they were. */
export function acceptDifferences(before: Answers, after: Answers, accepted: readonly string[]): Answers {
  const answers: Record<string, Answer> = { ...before };
  for (const key of accepted) {
    const next = said(after, key);
    if (next) answers[key] = next;
    else delete answers[key];
  }
  return answers;
}

function said(answers: Answers, key: string): Answer | undefined {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  return isAnswered(answer) ? answer : undefined;
}

/** The same text for the same answer, whatever the order its parts were written in. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
