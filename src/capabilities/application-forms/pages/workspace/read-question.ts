import { parseCalendarDate } from '../../../../kernel/calendar-date.ts';
import { languages } from '../../../../kernel/language.ts';
import type { Reason } from '../../../../kernel/refusal.ts';
import type { Condition, Question } from '../../rules/form.ts';
import type { Posted } from '../../rules/posted.ts';
import type { QuestionKind } from '../../rules/questions.ts';
import { conditionIn, conditionRows } from './condition-choices.ts';
import { isEmptyText, localTextIn } from './local-text-fields.tsx';
import { choicesIn, columnsIn } from './read-rows.ts';

export interface PostedProblem {
  readonly field: string;
  readonly key: Reason['key'];
}

export interface Reading {
  readonly posted: Posted;
  readonly problems: PostedProblem[];
}

/** Reads a question as its page posted it; what is wrong is noted field by field. @param kept its condition, when rows cannot say it */
export function readQuestion(
  kind: QuestionKind,
  key: string,
  posted: Posted,
  kept: Condition | undefined,
): { readonly question: Question; readonly problems: PostedProblem[] } {
  const reading: Reading = { posted, problems: [] };
  const label = localTextIn(posted, 'label');
  const help = localTextIn(posted, 'help');
  if (isEmptyText(label)) reading.problems.push({ field: 'label', key: 'application-forms:label-needed' });
  const when = posted['when.keep'] ? kept : conditionFrom(reading);
  const asked = {
    key,
    label,
    needed: posted['needed'] === 'yes',
    ...(isEmptyText(help) ? {} : { help }),
    ...(when ? { when } : {}),
    ...(posted['knownAs'] ? { knownAs: posted['knownAs'] } : {}),
  };
  return { question: { ...asked, ...ofKind(kind, reading) } as Question, problems: reading.problems };
}

function conditionFrom({ posted, problems }: Reading): Condition | undefined {
  const parts = conditionRows.flatMap((row): Condition[] => {
    const read = conditionIn(posted[`when.${row}.holds`] ?? '', posted[`when.${row}.value`] ?? '');
    if (read === 'number-missing') {
      problems.push({ field: `when.${row}.value`, key: 'platform:not-a-number' });
      return [];
    }
    return read ? [read] : [];
  });
  if (parts.length < 2) return parts[0];
  return posted['joined'] === 'any' ? { any: parts } : { all: parts };
}

function ofKind(kind: QuestionKind, reading: Reading): object {
  const { posted } = reading;
  switch (kind) {
    case 'text':
      return { kind, lines: posted['lines'] === 'many' ? 'many' : 'one', ...wordLimits(reading) };
    case 'choice':
      return { kind, many: posted['many'] === 'many', choices: choicesIn(reading) };
    case 'number':
      return {
        kind,
        unit: localTextIn(posted, 'unit'),
        decimals: countIn(reading, 'decimals', 0, 6) ?? 0,
        ...optional('min', numberIn(reading, 'min')),
        ...optional('max', numberIn(reading, 'max')),
      };
    case 'date':
      return {
        kind,
        ...optional('earliest', dateIn(reading, 'earliest')),
        ...optional('latest', dateIn(reading, 'latest')),
      };
    case 'file': {
      const accepts = (posted['accepts'] ?? '').split('\n').filter(Boolean);
      return { kind, accepts, maxFiles: countIn(reading, 'most', 1, 20) ?? 1 };
    }
    case 'table':
      return { kind, columns: columnsIn(reading), maxRows: countIn(reading, 'most', 1, 200) ?? 10 };
    case 'budget':
      return { kind, maxLines: countIn(reading, 'most', 1, 200) ?? 40 };
    case 'indicators':
      return { kind, maxRows: countIn(reading, 'most', 1, 200) ?? 10 };
    case 'city':
    case 'country':
    default:
      return { kind };
  }
}

function wordLimits(reading: Reading): object {
  const own = languages.flatMap((language) => {
    const most = countIn(reading, `maxWords-${language}`, 1, 20_000);
    return most === undefined ? [] : [[language, most] as const];
  });
  return {
    ...optional('maxWords', countIn(reading, 'maxWords', 1, 20_000)),
    ...(own.length > 0 ? { maxWordsIn: Object.fromEntries(own) } : {}),
  };
}

function optional(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}

function countIn(
  { posted, problems }: Reading,
  field: string,
  least: number,
  most: number,
): number | undefined {
  const typed = (posted[field] ?? '').trim();
  if (typed === '') return undefined;
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  if (count >= least && count <= most) return count;
  problems.push({ field, key: 'application-forms:count-odd' });
  return undefined;
}

function numberIn({ posted, problems }: Reading, field: string): number | undefined {
  const typed = (posted[field] ?? '').trim().replace(',', '.');
  if (typed === '') return undefined;
  const number = Number(typed);
  if (Number.isFinite(number)) return number;
  problems.push({ field, key: 'platform:not-a-number' });
  return undefined;
}

function dateIn({ posted, problems }: Reading, field: string) {
  const typed = (posted[field] ?? '').trim();
  if (typed === '') return undefined;
  const date = parseCalendarDate(typed);
  if (!date) problems.push({ field, key: 'platform:not-a-date' });
  return date;
}
