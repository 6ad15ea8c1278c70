import { keepAmount, typedAmount } from './amounts.ts';
import type { Answer, Answers, BudgetLine, IndicatorRow, Question, Section } from './form.ts';
import { answerTo, isAnswered } from './questions.ts';

/** What a browser posts: field name to what was typed; boxes ticked under one name are joined by line breaks. */
export type Posted = Readonly<Record<string, string | undefined>>;

const mostRows = 500;

/**
 * The answers of one section as its page posted them, nothing lost: what is wrong is kept as typed.
 * Answers of other sections, questions that were not drawn and files already sent stay as they were in `before`.
 */
export function parsePosted(section: Section, posted: Posted, before: Answers = {}): Answers {
  const answers: Record<string, Answer> = { ...before };
  const names = Object.keys(posted);
  for (const question of section.questions) {
    const drawn = names.some((name) => name === question.key || name.startsWith(`${question.key}.`));
    if (!drawn) continue;
    const answer = answerPosted(question, posted, before);
    if (answer && isAnswered(answer)) answers[question.key] = answer;
    else delete answers[question.key];
  }
  return answers;
}

function answerPosted(question: Question, posted: Posted, before: Answers): Answer | undefined {
  const said = typeable(posted[question.key] ?? '');
  switch (question.kind) {
    case 'text':
      return { kind: 'text', text: said };
    case 'number':
      return { kind: 'number', number: said.trim() };
    case 'date':
      return { kind: 'date', date: said.trim() };
    case 'city':
      return { kind: 'city', cityId: said.trim() };
    case 'country':
      return { kind: 'country', country: said.trim() };
    case 'choice':
      return { kind: 'choice', chosen: said.split('\n').filter(Boolean) };
    case 'file': {
      const files = answerTo(question, before)?.files ?? [];
      return {
        kind: 'file',
        files: files.filter((file) => !posted[`${question.key}.${file.fileId}.remove`]),
      };
    }
    case 'table':
      return {
        kind: 'table',
        rows: rowsPosted(
          question.key,
          posted,
          question.columns.map(({ key }) => key),
        ),
      };
    case 'indicators': {
      const rows = rowsPosted(question.key, posted, ['what', 'unit', 'baseline', 'target', 'by']);
      return { kind: 'indicators', rows: rows as unknown as IndicatorRow[] };
    }
    case 'budget':
    default:
      return budgetPosted(question.key, posted);
  }
}

/** Nobody types control characters or half a character; no Word file can hold them. */
function typeable(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- those that XML forbids
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}

/** Rows in which something was typed and that are not marked for removal. */
function rowsPosted(key: string, posted: Posted, columns: readonly string[]): Record<string, string>[] {
  return rowNumbers(key, posted).flatMap((number) => {
    const cells = columns.map(
      (column) => [column, typeable(posted[`${key}.${number}.${column}`] ?? '').trim()] as const,
    );
    const gone = posted[`${key}.${number}.remove`] || cells.every(([, cell]) => cell === '');
    return gone ? [] : [Object.fromEntries(cells)];
  });
}

function rowNumbers(key: string, posted: Posted): number[] {
  const numbers = Object.keys(posted).flatMap((name) => {
    if (!name.startsWith(`${key}.`)) return [];
    const number = /^(\d{1,4})\./.exec(name.slice(key.length + 1))?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)].toSorted((a, b) => a - b).slice(0, mostRows);
}

function budgetPosted(key: string, posted: Posted): Answer {
  const currency = (posted[`${key}.currency`] ?? '').trim();
  const lines = rowsPosted(key, posted, ['category', 'what', 'amount', 'year']).filter(
    // The year comes chosen where a project has only one: alone it says nothing.
    ({ category, what, amount }) => category !== '' || what !== '' || amount !== '',
  );
  return {
    kind: 'budget',
    currency,
    lines: lines.map(
      ({ category = '', what = '', amount = '', year = '' }): BudgetLine => ({
        category,
        what,
        amountMinor: keepAmount(amount, currency),
        year: /^\d{1,2}$/.test(year) ? Number(year) : 0,
      }),
    ),
    totalMinor: keepAmount(posted[`${key}.total`] ?? '', currency),
  };
}

/** The other way: the fields a page draws for these answers. */
export function postedOf(section: Section, answers: Answers): Record<string, string> {
  return Object.fromEntries(
    section.questions.flatMap((question) => {
      const answer = answers[question.key];
      return answer?.kind === question.kind ? fieldsOf(question.key, answer) : [];
    }),
  );
}

function fieldsOf(key: string, answer: Answer): [string, string][] {
  switch (answer.kind) {
    case 'text':
      return [[key, answer.text]];
    case 'number':
      return [[key, answer.number]];
    case 'date':
      return [[key, answer.date]];
    case 'city':
      return [[key, answer.cityId]];
    case 'country':
      return [[key, answer.country]];
    case 'choice':
      return [[key, answer.chosen.join('\n')]];
    case 'file':
      return [];
    case 'table':
    case 'indicators':
      return answer.rows.flatMap((row, index) =>
        Object.entries(row).map(([column, cell]): [string, string] => [`${key}.${index}.${column}`, cell]),
      );
    case 'budget':
    default:
      return [
        [`${key}.currency`, answer.currency],
        ...answer.lines.flatMap((line, index) => lineFields(`${key}.${index}`, line, answer.currency)),
        [`${key}.total`, typedAmount(answer.totalMinor, answer.currency)],
      ];
  }
}

function lineFields(at: string, line: BudgetLine, currency: string): [string, string][] {
  return [
    [`${at}.category`, line.category],
    [`${at}.what`, line.what],
    [`${at}.year`, line.year === 0 ? '' : String(line.year)],
    [`${at}.amount`, typedAmount(line.amountMinor, currency)],
  ];
}
