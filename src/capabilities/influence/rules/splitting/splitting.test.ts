import { describe, expect, it } from 'vitest';
import { clausesOf } from './clauses.ts';
import { oneColumn } from './columns.ts';
import { joinLines, vocabularyOf } from './joining.ts';
import { numberOf } from './numbering.ts';
import { partOf } from './parts.ts';

const page = (number: number, text: string) => text.split('\n').map((line) => ({ text: line, page: number }));

describe('a text of the United Nations', () => {
  const clauses = clausesOf([
    ...page(
      1,
      'United Nations A/RES/99/1\nThe General Assembly,\nRecalling its resolution 70/1 of 2015,\nDeeply concerned about the situation of mi-\ngrants and the lack of finan-\ncing,\n1. Decides to establish a fund for local authori-\nties, including:\n(a) Cities in developing countries;\n(b) Small towns;2\n2. Urges States to support it, in particular the child-\nsensitive services;\n_______\n2 See resolution 71/256.\n26-00001 1/3',
    ),
    ...page(
      2,
      'A/RES/99/1 Migration\n5 bis. Calls upon donors to pay for\nmigrants of every age and for CO2 meters;\nOP 6 Requests a report;\n140.12 Encourages all to join.\n2/3 26-00001',
    ),
  ]);
  const textOf = (id: string): string | undefined => clauses.find((clause) => clause.id === id)?.text;

  it('comes apart at its numbers', () => {
    expect(clauses.map((clause) => clause.id)).toEqual([
      'p1',
      'PP2',
      'PP3',
      '1',
      '1(a)',
      '1(b)',
      '2',
      '5 bis',
      'OP 6',
      '140.12',
    ]);
  });

  it('tells preambular from operative clauses', () => {
    expect(clauses.filter((clause) => clause.part === 'preambular').map((clause) => clause.id)).toEqual([
      'PP2',
      'PP3',
    ]);
  });

  it('has its broken words mended and its compounds kept', () => {
    expect(textOf('PP3')).toBe('Deeply concerned about the situation of migrants and the lack of financing,');
    expect(textOf('2')).toBe('Urges States to support it, in particular the child-sensitive services;');
  });

  it('loses page heads, footnotes and their marks, but no figure of its own', () => {
    expect(textOf('1(b)')).toBe('Small towns;');
    expect(textOf('5 bis')).toBe('Calls upon donors to pay for migrants of every age and for CO2 meters;');
    expect(clauses.some((clause) => /A\/RES|26-00001|See resolution/.test(clause.text))).toBe(false);
  });
});

describe('the number of a paragraph', () => {
  it.each([
    ['12. Decides', '12', 0],
    ['140.12 Encourages', '140.12', 0],
    ['OP5bis. Requests', 'OP 5 bis', 0],
    ['PP 3 Recalling', 'PP 3', 0],
    ['(b) Small', '(b)', 1],
    ['المادة 4 لكل', 'المادة 4', 0],
    ['١٢- تقرر', '12', 0],
    ['Article 5. No one', 'Article 5', 0],
  ])('of "%s" is %s', (text, number, level) => {
    expect(numberOf(text, undefined)).toMatchObject({ number, level });
  });

  it('tells the letter (i) after (h) from the roman (i)', () => {
    expect(numberOf('(i) Go', 'h')).toMatchObject({ number: '(i)', level: 1 });
    expect(numberOf('(i) Go', 'b')).toMatchObject({ number: '(i)', level: 2 });
  });

  it.each(['2030 is near', '70 per cent of people', 'A city', 'I agree'])('is not found in "%s"', (text) => {
    expect(numberOf(text, undefined)).toBeUndefined();
  });
});

describe('the part of a paragraph', () => {
  it.each([
    'Recalling the Charter,',
    'Rappelant la Charte,',
    'Recordando la Carta,',
    'Reafirmando a Carta,',
    'إذ تشير إلى الميثاق،',
  ])('"%s" is preambular', (text) => {
    expect(partOf(text, undefined)).toBe('preambular');
  });

  it('with a number is operative', () => {
    expect(partOf('Recalling the Charter,', '3')).toBe('operative');
  });
});

describe('broken lines', () => {
  it('are joined inside a word the text knows whole', () => {
    const known = vocabularyOf(['international migration']);
    expect(joinLines('about internat', 'ional migration', known)).toBe('about international migration');
    expect(joinLines('about the', 'cities', known)).toBe('about the cities');
  });

  it('in two columns are read one column after the other', () => {
    const left = [
      'We commit to the protection of',
      'all who move, and to their',
      'families, wherever they are,',
      'and to their children, too,',
      'and to the cities they live',
      'in, large and small alike.',
    ];
    const right = [
      'We invite the donors to give',
      'more and to give it to those',
      'who need it, without delay,',
      'and without conditions that',
      'small towns can never meet,',
      'however hard they may try.',
    ];
    const lines = left.map((line, at) => `${line.padEnd(36)}${right[at]}`);
    expect(oneColumn(lines)).toEqual([...left, ...right]);
    expect(oneColumn(left)).toEqual(left);
  });
});
