import { parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { readNumber } from './amounts.ts';
import type { Fault, Judging } from './check-answers.ts';
import type { IndicatorRow } from './form.ts';
import type { AnswerOf, QuestionOf } from './questions.ts';

export function tableProblems(
  question: QuestionOf<'table'>,
  { rows }: AnswerOf<'table'>,
  { language }: Judging,
): Fault[] {
  const faults = rows.flatMap((row, index) =>
    question.columns.flatMap((column): Fault[] => {
      const said = row[column.key] ?? '';
      const where = { row: index + 1, column: column.label[language] || column.label.en };
      const field = `${index}.${column.key}`;
      if (said.trim() === '') return [];
      if (column.kind === 'date' && !parseCalendarDate(said)) return [['cell-not-a-date', where, field]];
      return column.kind === 'number' && readNumber(said, 15) === undefined
        ? [['cell-not-a-number', where, field]]
        : [];
    }),
  );
  return [...faults, ...tooMany(rows.length, question.maxRows)];
}

export function indicatorProblems(
  question: QuestionOf<'indicators'>,
  { rows }: AnswerOf<'indicators'>,
): Fault[] {
  return [...rows.flatMap(indicatorFaults), ...tooMany(rows.length, question.maxRows)];
}

function indicatorFaults(row: IndicatorRow, index: number): Fault[] {
  const where = { row: index + 1 };
  const faults: Fault[] = [];
  if (row.what.trim() === '') faults.push(['indicator-what-missing', where, `${index}.what`]);
  if (row.unit.trim() === '') faults.push(['indicator-unit-missing', where, `${index}.unit`]);
  if (row.target.trim() === '') faults.push(['indicator-target-missing', where, `${index}.target`]);
  for (const part of ['baseline', 'target'] as const) {
    if (row[part].trim() !== '' && readNumber(row[part], 15) === undefined)
      faults.push([`indicator-${part}-not-a-number`, where, `${index}.${part}`]);
  }
  if (row.by !== '' && !parseCalendarDate(row.by))
    faults.push(['indicator-by-not-a-date', where, `${index}.by`]);
  return faults;
}

function tooMany(rows: number, most: number): Fault[] {
  return rows > most ? [['too-many-rows', { rows, most }]] : [];
}
