import { type CalendarDate, parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { because, type Problem, type Reason } from '../../../kernel/refusal.ts';
import type { FactValue, KeptFile } from './fact.ts';
import type { FactKind, FieldShape } from './fact-kinds.ts';
import { isTimeZone } from '../../../kernel/time-zone.ts';

type Answers = Readonly<Record<string, string | undefined>>;

/** What the world around an answer says: the day, the city's size in the gazetteer (0: not known), a file kept already. */
interface Around {
  readonly today: CalendarDate;
  readonly cityPopulation: number;
  readonly file: KeptFile | null;
}

export interface FactSaid {
  readonly value: FactValue;
  readonly source: string | null;
  readonly sourceAddress: string | null;
  readonly asOf: CalendarDate | null;
}

class Wrong extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason.key);
    this.reason = reason;
  }
}

/** Reads the answers of one fact, from a form or a line of a file: all that is wrong at once, or what is said. */
export function readFact(
  kind: FactKind,
  answers: Answers,
  around: Around,
): { readonly said: FactSaid } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const attempt = <T>(field: string, read: (answer: string) => T): T | null => {
    try {
      return read((answers[field] ?? '').replaceAll('\r\n', '\n').trim());
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.push({ field, reason: error.reason });
      return null;
    }
  };
  const value = Object.fromEntries(
    kind.fields.map((field) => [
      field.name,
      field.type === 'file' ? around.file : attempt(field.name, (answer) => readField(field, answer)),
    ]),
  );
  const source = attempt('source', (answer) => {
    if (answer === '' && kind.source === 'needed') throw new Wrong(because('city-record:source-needed'));
    return answer === '' ? null : plainText(answer, 300);
  });
  const sourceAddress = attempt('sourceAddress', (answer) => (answer === '' ? null : webAddress(answer)));
  const asOf = attempt('asOf', (answer) => {
    if (kind.asOf === 'never' || (answer === '' && kind.asOf === 'optional')) return null;
    return pastDay(answer, around.today);
  });
  if (problems.length === 0) problems.push(...together(kind, value, answers, around));
  const said = { value: value as unknown as FactValue, source, sourceAddress, asOf };
  return problems.length > 0 ? { problems } : { said };
}

function readField(field: FieldShape, answer: string): unknown {
  if (answer === '') {
    if (field.optional) return null;
    throw new Wrong(because(field.type === 'languages' ? 'city-record:choose-languages' : 'platform:needed'));
  }
  switch (field.type) {
    case 'number':
      return wholeNumber(answer, field.max ?? Number.MAX_SAFE_INTEGER);
    case 'choice':
      if (!field.options?.includes(answer)) throw new Wrong(because('platform:choose-one'));
      return answer;
    case 'languages':
      return languages(answer, field);
    case 'zone':
      if (!isTimeZone(answer)) throw new Wrong(because('city-record:unknown-zone'));
      return answer;
    case 'date':
      return day(answer);
    case 'address':
      return webAddress(answer);
    case 'email':
      if (answer.length > 254 || !/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]+\.)+[A-Za-z]{2,63}$/.test(answer))
        throw new Wrong(because('platform:not-an-email'));
      return answer;
    case 'line':
    case 'text':
    case 'file':
    default: {
      const text = plainText(answer, field.max ?? 200);
      return field.type === 'line' ? text.replaceAll(/\s+/g, ' ') : text;
    }
  }
}

/** What only several answers together show. */
function together(
  kind: FactKind,
  value: Readonly<Record<string, unknown>>,
  answers: Answers,
  around: Around,
): Problem[] {
  const { cityPopulation, today } = around;
  const wrong = (field: string, key: Reason['key'], values?: Reason['values']) => [
    { field, reason: because(key, values) },
  ];
  const many = typeof value['number'] === 'number' ? value['number'] : 0;
  if (cityPopulation > 0 && many > cityPopulation && !answers['sure'])
    return wrong('number', 'city-record:more-than-city', { n: many, population: cityPopulation });
  const [from, to] = [value['from'], value['to']];
  if (typeof from === 'string' && typeof to === 'string' && to < from)
    return wrong('to', 'city-record:ends-before');
  if (typeof from === 'string' && from > today) return wrong('from', 'city-record:date-in-future');
  const until = value['until'];
  if (typeof until === 'string' && until < today) return wrong('until', 'city-record:until-past');
  if (kind.key === 'contact-point' && !value['email'] && !value['phone'] && !value['place'])
    return wrong('email', 'city-record:one-way-needed');
  if (kind.key === 'document' && !value['address'] && !value['file'])
    return wrong('address', 'city-record:link-or-file');
  return [];
}

function wholeNumber(answer: string, max: number): number {
  const plain = answer.replaceAll(/[\s,.’'\u00a0\u202f](?=\d{3}(?:\D|$))/g, '');
  if (/^[-−]\d/.test(plain)) throw new Wrong(because('city-record:number-negative'));
  if (!/^\d+$/.test(plain)) throw new Wrong(because('platform:not-a-number'));
  if (plain.length > 15 || Number(plain) > max)
    throw new Wrong(because('city-record:number-absurd', { max }));
  return Number(plain);
}

function languages(answer: string, { options = [], max = 12 }: FieldShape): string[] {
  const said = [...new Set(answer.toLowerCase().split(/[\s,;]+/))].filter((code) => code !== '');
  const unknown = said.find((code) => !options.includes(code));
  if (unknown) throw new Wrong(because('city-record:unknown-language', { code: unknown.slice(0, 40) }));
  if (said.length === 0 || said.length > max) throw new Wrong(because('city-record:choose-languages'));
  return said;
}

function plainText(answer: string, max: number): string {
  if (answer.length > max) throw new Wrong(because('platform:too-long', { max }));
  if (/<(?:\/?[a-z][^>]*>|!--)/i.test(answer)) throw new Wrong(because('city-record:no-markup'));
  return answer;
}

function webAddress(answer: string): string {
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/.test(answer) || answer.length > 2000)
    throw new Wrong(because('platform:not-an-address'));
  return answer;
}

function day(answer: string): CalendarDate {
  if (answer === '') throw new Wrong(because('platform:needed'));
  const date = parseCalendarDate(answer);
  if (!date) throw new Wrong(because('platform:not-a-date'));
  return date;
}

function pastDay(answer: string, today: CalendarDate): CalendarDate {
  const date = day(answer);
  if (date > today) throw new Wrong(because('city-record:date-in-future'));
  if (date < '1900-01-01') throw new Wrong(because('city-record:date-too-old'));
  return date;
}
