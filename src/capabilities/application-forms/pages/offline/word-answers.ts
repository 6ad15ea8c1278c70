import { Table, TableCell, TableRow, WidthType, type XmlComponent } from 'docx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { typedAmount } from '../../rules/amounts.ts';
import { countryCodes, isCountry } from '../../rules/countries.ts';
import type { Answer, Question } from '../../rules/form.ts';
import { type AnswerOf, isAnswered, type QuestionOf } from '../../rules/questions.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { said } from '../said.ts';
import { categoryNames, columnNames, namesOf } from './carried.ts';
import { asBlock, asRun, control, dropDown, element, tickBox, type Writer } from './word-parts.ts';

export interface Place {
  readonly language: Language;
  readonly terms: WindowTerms | undefined;
  readonly writer: Writer;
}

/** The controls that take one question's answer. */
export function answerControls(question: Question, answer: Answer | undefined, place: Place): XmlComponent[] {
  const t = words(place.language);
  const { paragraph, run } = place.writer;
  const title = said(question.label, place.language);
  const one = (tag: string, text: string, kind?: XmlComponent) =>
    asBlock(
      control({
        tag,
        title,
        empty: text === '',
        kind,
        content: [paragraph([run(text || t('offline.write-here'), { grey: text === '' })])],
      }),
    );
  const key = `q:${question.key}`;
  switch (question.kind) {
    case 'text': {
      const text = answer?.kind === 'text' ? answer.text : '';
      if (text === '') return [one(key, '')];
      const content = text.split('\n').map((line) => paragraph([run(line)]));
      return [control({ tag: key, title, empty: false, content })];
    }
    case 'number':
      return [one(key, answer?.kind === 'number' ? answer.number : '', element('w:text', {}))];
    case 'date':
      return [one(key, answer?.kind === 'date' ? answer.date : '', element('w:text', {}))];
    case 'country':
      return [one(key, countryText(answer, place.language), dropDown(countries(place.language)))];
    case 'choice':
      return choiceControls(question, answer?.kind === 'choice' ? answer.chosen : [], place);
    case 'table':
    case 'indicators': {
      const rows = answer?.kind === question.kind ? answer.rows : [];
      const columns = columnNames(question, place.language);
      const cells = rows.map((row) =>
        columns.map((column) => (row as Readonly<Record<string, string>>)[column.key] ?? ''),
      );
      return [tableControl(question, cells, place)];
    }
    case 'budget':
      return budgetControls(question, answer?.kind === 'budget' ? answer : undefined, place, one);
    case 'file':
    case 'city':
    default:
      return [
        paragraph([
          run(t(isAnswered(answer) ? 'offline.kept-online' : 'offline.online-only'), { grey: true }),
        ]),
      ];
  }
}

function choiceControls(
  question: QuestionOf<'choice'>,
  chosen: readonly string[],
  place: Place,
): XmlComponent[] {
  const { paragraph, run } = place.writer;
  const names = namesOf(question.choices, place.language);
  if (question.many)
    return names.map(({ key, name }) =>
      paragraph([asRun(tickBox(`q:${question.key}:${key}`, name, chosen.includes(key))), run(` ${name}`)]),
    );
  const text = chosen.map((key) => names.find((one) => one.key === key)?.name ?? key).join(', ');
  return [
    control({
      tag: `q:${question.key}`,
      title: said(question.label, place.language),
      empty: text === '',
      kind: dropDown(names),
      content: [paragraph([run(text || words(place.language)('choose'), { grey: text === '' })])],
    }),
  ];
}

function budgetControls(
  question: QuestionOf<'budget'>,
  budget: AnswerOf<'budget'> | undefined,
  place: Place,
  one: (tag: string, text: string, kind?: XmlComponent) => XmlComponent,
): XmlComponent[] {
  const t = words(place.language);
  const { paragraph, run } = place.writer;
  const currency = budget?.currency ?? place.terms?.currencies[0] ?? '';
  const categories = categoryNames(place.terms, place.language);
  const rows = (budget?.lines ?? []).map((line) => [
    categories.find(({ key }) => key === line.category)?.name ?? line.category,
    line.what,
    line.year === 0 ? '' : String(line.year),
    typedAmount(line.amountMinor, currency),
  ]);
  const known = categories.map(({ name }) => name).join(place.writer.rtl ? '؛ ' : '; ');
  return [
    paragraph([run(t('offline.categories', { categories: known }), { grey: true })]),
    paragraph([run(t('offline.currency'), { bold: true })]),
    one(
      `q:${question.key}:currency`,
      currency,
      place.terms && dropDown(place.terms.currencies.map((code) => ({ key: code, name: code }))),
    ),
    tableControl(question, rows, place),
    paragraph([run(t('budget.total'), { bold: true })]),
    one(
      `q:${question.key}:total`,
      budget ? typedAmount(budget.totalMinor, currency) : '',
      element('w:text', {}),
    ),
  ];
}

/** A table inside one control: rows are read by their place, so people may add rows as they like. */
function tableControl(
  question: QuestionOf<'table' | 'budget' | 'indicators'>,
  rows: readonly (readonly string[])[],
  { language, writer }: Place,
): XmlComponent {
  const columns = columnNames(question, language);
  const spare = Array.from({ length: rows.length === 0 ? 4 : 2 }, () => columns.map(() => ''));
  const cell = (text: string, bold = false) =>
    new TableCell({
      children: text.split('\n').map((line) => writer.paragraph([writer.run(line, { bold })])),
      width: { size: 100 / columns.length, type: WidthType.PERCENTAGE },
    });
  const table = new Table({
    visuallyRightToLeft: writer.rtl,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ name }) => cell(name, true)) }),
      ...[...rows, ...spare].map((cells) => new TableRow({ children: cells.map((text) => cell(text)) })),
    ],
  });
  return control({
    tag: `q:${question.key}`,
    title: said(question.label, language),
    empty: false,
    content: [table],
  });
}

function countryText(answer: Answer | undefined, language: Language): string {
  if (answer?.kind !== 'country') return '';
  return isCountry(answer.country) ? countryName(language, answer.country) : answer.country;
}

function countries(language: Language): { key: string; name: string }[] {
  return countryCodes.map((key) => ({ key, name: countryName(language, key) }));
}
