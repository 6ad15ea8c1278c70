import { languages } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Answer, BudgetLine, FormVersion, IndicatorRow, Question } from '../../rules/form.ts';
import { keepAmount } from '../../rules/amounts.ts';
import { type QuestionOf, questionsOf } from '../../rules/questions.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { columnNames, countryBehind, keyBehind } from './carried.ts';
import type { Carried } from './read-back.ts';
import { documentXml } from './unpack.ts';
import { childNamed, descendants, isInvitation, type Node, readTree, textOf } from './word-tree.ts';

type Controls = ReadonlyMap<string, Node>;

/** The answers that stand in the controls of a Word file, whatever the text around says. */
export async function readWord(bytes: Buffer, form: FormVersion, terms?: WindowTerms): Promise<Carried> {
  const tree = readTree(await documentXml(bytes));
  const controls = new Map<string, Node>();
  for (const sdt of descendants(tree, 'sdt')) {
    const tag = childNamed(childNamed(sdt, 'sdtPr'), 'tag')?.attributes['val'];
    if (tag && !controls.has(tag)) controls.set(tag, sdt);
  }
  const found = questionsOf(form).flatMap((question): [string, Answer | undefined][] => {
    const read = answerIn(question, controls, terms);
    return read === 'not-there' ? [] : [[question.key, read]];
  });
  const tags = [...controls.keys()].filter((tag) => tag.startsWith('q:'));
  return {
    found,
    keys: [...new Set(tags.map((tag) => tag.split(':')[1] ?? ''))],
    text: textOf(tree),
  };
}

function answerIn(
  question: Question,
  controls: Controls,
  terms?: WindowTerms,
): Answer | undefined | 'not-there' {
  const tag = `q:${question.key}`;
  if (question.kind === 'file' || question.kind === 'city') return 'not-there';
  if (question.kind === 'choice' && question.many) return ticked(question, controls);
  const control = controls.get(tag);
  if (!control) return 'not-there';
  const text = invited(control) ? '' : textOf(control);
  switch (question.kind) {
    case 'text':
      return { kind: 'text', text };
    case 'number':
      return { kind: 'number', number: text.trim() };
    case 'date':
      return { kind: 'date', date: text.trim() };
    case 'country':
      return { kind: 'country', country: countryBehind(text) };
    case 'choice':
      return { kind: 'choice', chosen: text.trim() === '' ? [] : [keyBehind(text, question.choices)] };
    case 'table':
      return { kind: 'table', rows: rowsIn(control, question) };
    case 'indicators':
      return { kind: 'indicators', rows: rowsIn(control, question) as unknown as IndicatorRow[] };
    case 'budget':
    default:
      return budgetIn(question, control, controls, terms);
  }
}

/** An invitation that a program kept without saying that it is one. */
function invited(control: Node): boolean {
  if (isInvitation(control)) return true;
  const text = textOf(control).trim();
  return languages.some((language) => {
    const t = words(language);
    return text === t('offline.write-here') || text === t('choose');
  });
}

function ticked(question: QuestionOf<'choice'>, controls: Controls): Answer | 'not-there' {
  const boxes = question.choices.map(({ key }) => ({ key, box: controls.get(`q:${question.key}:${key}`) }));
  if (boxes.every(({ box }) => box === undefined)) return 'not-there';
  const chosen = boxes.filter(({ box }) => {
    const state = childNamed(childNamed(childNamed(box, 'sdtPr'), 'checkbox'), 'checked');
    return state !== undefined && ['1', 'true'].includes(state.attributes['val'] ?? '1');
  });
  return { kind: 'choice', chosen: chosen.map(({ key }) => key) };
}

/** By place, below the head; rows in which nothing stands are none. */
function rowsIn(
  control: Node,
  question: QuestionOf<'table' | 'budget' | 'indicators'>,
): Record<string, string>[] {
  const columns = columnNames(question, 'en');
  const table = descendants(control, 'tbl')[0];
  if (!table) return [];
  const rows = descendants(table, 'tr', ({ name }) => name !== 'tr');
  return rows.slice(1).flatMap((row) => {
    const cells = descendants(row, 'tc', ({ name }) => name !== 'tc').map((cell) =>
      textOf(cell).replaceAll('\n', ' ').trim(),
    );
    if (cells.every((cell) => cell === '')) return [];
    return [Object.fromEntries(columns.map(({ key }, place) => [key, cells[place] ?? '']))];
  });
}

function budgetIn(
  question: QuestionOf<'budget'>,
  control: Node,
  controls: Controls,
  terms?: WindowTerms,
): Answer {
  const part = (name: string) => {
    const one = controls.get(`q:${question.key}:${name}`);
    return one && !invited(one) ? textOf(one).trim() : '';
  };
  const currency = part('currency').toUpperCase();
  const lines = rowsIn(control, question).map(
    ({ category = '', what = '', year = '', amount = '' }): BudgetLine => ({
      category: keyBehind(category, terms?.budgetCategories ?? []),
      what,
      year: /^\d{1,2}$/.test(year) ? Number(year) : 0,
      amountMinor: keepAmount(amount, currency),
    }),
  );
  return { kind: 'budget', currency, lines, totalMinor: keepAmount(part('total'), currency) };
}
