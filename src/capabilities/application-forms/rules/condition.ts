import { readNumber } from './amounts.ts';
import type { Answer, Answers, Condition, FormBody, Question, Section } from './form.ts';
import { isAnswered, questionsOf } from './questions.ts';

/** Does the condition hold of these answers? A question that is not shown has no answer. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  const answer = Object.hasOwn(answers, condition.question) ? answers[condition.question] : undefined;
  switch (condition.is) {
    case 'answered':
      return isAnswered(answer);
    case 'empty':
      return !isAnswered(answer);
    case 'one-of':
      return valuesOf(answer).some((value) => condition.values.includes(value));
    case 'at-least':
      return (numberOf(answer) ?? Number.NEGATIVE_INFINITY) >= condition.value;
    case 'at-most':
    default:
      return (numberOf(answer) ?? Number.POSITIVE_INFINITY) <= condition.value;
  }
}

function valuesOf(answer: Answer | undefined): readonly string[] {
  if (answer?.kind === 'choice') return answer.chosen;
  return answer?.kind === 'country' ? [answer.country] : [];
}

function numberOf(answer: Answer | undefined): number | undefined {
  return answer?.kind === 'number' ? readNumber(answer.number, 15) : undefined;
}

/** Keys of the questions it asks about. */
export function askedAbout(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(askedAbout);
  if ('any' in condition) return condition.any.flatMap(askedAbout);
  return [condition.question];
}

/** The questions these answers make the form ask, in order. */
export function visibleQuestions(form: FormBody, answers: Answers): Question[] {
  const said: Record<string, Answer> = {};
  return questionsOf(form).filter((question) => {
    const shown = !question.when || holds(question.when, said);
    const answer = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    if (shown && answer) said[question.key] = answer;
    return shown;
  });
}

/** One section with the questions these answers make it ask; undefined when there is no such section. */
export function visibleSection(form: FormBody, answers: Answers, key: string): Section | undefined {
  const section = form.sections.find((one) => one.key === key);
  if (!section) return undefined;
  const shown = new Set(visibleQuestions(form, answers).map((question) => question.key));
  return { ...section, questions: section.questions.filter((question) => shown.has(question.key)) };
}

export type ConditionFault =
  | { readonly fault: 'dangling'; readonly question: Question; readonly asks: string }
  | { readonly fault: 'circle'; readonly question: Question; readonly through: readonly string[] }
  | { readonly fault: 'later'; readonly question: Question; readonly asks: string };

/** Conditions that could never be followed: about nothing, in a circle, or about what comes later. */
export function conditionFaults(form: FormBody): ConditionFault[] {
  const questions = questionsOf(form);
  const place = new Map(questions.map(({ key }, index) => [key, index]));
  const asks = new Map(questions.map(({ key, when }) => [key, when ? askedAbout(when) : []]));
  return questions.flatMap((question, index): ConditionFault[] => {
    const about = [...new Set(asks.get(question.key) ?? [])];
    const circle = circleFrom(question.key, asks);
    if (circle) return [{ fault: 'circle', question, through: circle }];
    return about.flatMap((key): ConditionFault[] => {
      const at = place.get(key);
      if (at === undefined) return [{ fault: 'dangling', question, asks: key }];
      return at >= index ? [{ fault: 'later', question, asks: key }] : [];
    });
  });
}

/** The way from a question back to itself, if its conditions lead there. */
function circleFrom(start: string, asks: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const ways: string[][] = [[start]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const next of asks.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) {
        seen.add(next);
        ways.push([...way, next]);
      }
    }
  }
  return undefined;
}
