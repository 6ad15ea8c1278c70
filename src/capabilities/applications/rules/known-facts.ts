import { type Fact, factIn, factsIn } from '../../city-record/index.ts';
import type { KnownFrom } from './application.ts';
import type { Answer, Question } from './others.ts';

/** An answer the city gave before, with its source and day; the applicant confirms or changes it, and types nothing twice. */
export interface KnownAnswer {
  readonly answer: Answer;
  readonly from: KnownFrom;
}

/** `population.refugees` names the item of a kind with several; `mayor` a kind with one. */
export function splitKnownAs(knownAs: string): { kind: string; item: string } {
  const [kind = '', item = ''] = knownAs.split(/[.:/]/, 2);
  return { kind, item };
}

/** Undefined when the record holds nothing that fits the question. */
export function knownAnswer(question: Question, facts: readonly Fact[]): KnownAnswer | undefined {
  if (!question.knownAs) return undefined;
  const { kind, item } = splitKnownAs(question.knownAs);
  const fact =
    facts.find((one) => one.kind === kind && one.item === item) ??
    (item === '' ? facts.find((one) => one.kind === kind) : undefined);
  if (!fact) return undefined;
  const answer = asAnswer(question, fact);
  const day = fact.asOf ?? fact.confirmedAt.toISOString().slice(0, 10);
  return answer && { answer, from: { source: fact.source ?? '', asOf: day } };
}

function asAnswer(question: Question, { value }: Fact): Answer | undefined {
  if (question.kind === 'number')
    return 'number' in value ? { kind: 'number', number: String(value.number) } : undefined;
  if (question.kind === 'date') {
    const day = 'until' in value ? value.until : 'to' in value ? value.to : null;
    return day ? { kind: 'date', date: day } : undefined;
  }
  if (question.kind === 'choice') {
    const said: readonly string[] =
      'languages' in value ? value.languages : 'level' in value ? [value.level] : [];
    const chosen = question.choices.map(({ key }) => key).filter((key) => said.includes(key));
    if (chosen.length === 0) return undefined;
    return { kind: 'choice', chosen: question.many ? chosen : chosen.slice(0, 1) };
  }
  const text = question.kind === 'text' ? textOf(value) : '';
  return text ? { kind: 'text', text } : undefined;
}

function textOf(value: Fact['value']): string {
  if ('office' in value && 'email' in value)
    return [value.office, value.email, value.phone, value.place].filter(Boolean).join(', ');
  if ('name' in value) return value.name;
  if ('detail' in value) return value.detail;
  if ('number' in value) return String(value.number);
  if ('zone' in value) return value.zone;
  if ('languages' in value) return value.languages.join(', ');
  if ('level' in value) return value.law ?? '';
  return 'title' in value ? value.title : '';
}

/** The hour a city lives by, for its deadlines. */
export function zoneIn(facts: readonly Fact[]): string | undefined {
  return factIn(facts, 'time-zone')?.value.zone;
}

/** Numbers that an application said and the record does not say yet, or says otherwise: what the city may want to give back. */
export function worthGivingBack(
  questions: readonly Question[],
  answers: Readonly<Record<string, Answer>>,
  facts: readonly Fact[],
): { question: Question; item: string; number: number }[] {
  const known = new Map(factsIn(facts, 'population').map((fact) => [fact.item, fact.value.number]));
  return questions.flatMap((question) => {
    const { kind, item } = splitKnownAs(question.knownAs ?? '');
    const answer = answers[question.key];
    if (kind !== 'population' || answer?.kind !== 'number') return [];
    const number = Number(answer.number.replaceAll(/[\s,.’'\u00a0\u202f]/g, ''));
    return Number.isSafeInteger(number) && known.get(item) !== number ? [{ question, item, number }] : [];
  });
}
