import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../platform/languages/catalogue.ts';
import { aForm, answersTo, someTerms } from '../builders.ts';
import '../messages/index.ts';
import { checkAnswers } from './check-answers.ts';
import { visibleQuestions } from './condition.ts';
import type { Answer, Answers, BudgetLine } from './form.ts';
import { parsePosted, postedOf } from './posted.ts';
import { progressOf } from './progress.ts';

const form = aForm();
const right = answersTo(form);

function problems(over: Record<string, Answer | undefined>, language: 'en' | 'fr' | 'ar' = 'en'): string[] {
  const answers = Object.fromEntries(
    Object.entries({ ...right, ...over }).filter(([, answer]) => answer !== undefined),
  ) as Answers;
  return checkAnswers(form, answers, { language, window: someTerms }).map(({ reason }) =>
    explain(language, reason),
  );
}

function withLines(
  lines: readonly Partial<BudgetLine>[],
  over: { currency?: string; totalMinor?: string } = {},
) {
  const whole = lines.map((line) => ({
    category: 'staff',
    what: 'Rent',
    year: 1,
    amountMinor: '100',
    ...line,
  }));
  const total = whole.reduce((sum, { amountMinor }) => sum + Number(amountMinor), 0);
  return {
    budget: { kind: 'budget' as const, currency: 'USD', totalMinor: String(total), ...over, lines: whole },
  };
}

describe('the check of answers', () => {
  it('finds nothing wrong with right answers', () => {
    expect(problems({})).toEqual([]);
  });

  it('names every question left out, all at once, but none that is not asked', () => {
    const nothing = checkAnswers(form, {}, { language: 'en', window: someTerms });
    const asked = visibleQuestions(form, {}).filter(({ needed }) => needed);
    expect(nothing.map(({ question }) => question)).toEqual(asked.map(({ key }) => key));
    expect(nothing.map(({ question }) => question)).not.toContain('partner');
    expect(explain('en', nothing[0]?.reason ?? { key: 'x:y' })).toBe('About title: this needs an answer.');
  });

  it('counts words by the rules of the answer’s language, each with its own limit', () => {
    const story = (words: number) => ({ story: { kind: 'text' as const, text: 'mot '.repeat(words) } });
    expect(problems(story(500))).toEqual([]);
    expect(problems(story(501))[0]).toContain('this has 501 words; at most 500 are allowed. Take out 1.');
    expect(problems(story(600), 'fr')).toEqual([]);
    expect(problems(story(601), 'fr')).toHaveLength(1);
  });

  it('refuses 300 KB pasted into a field of 500 words with its sentence, and keeps every letter', () => {
    const pasted = 'palabra '.repeat(40_000);
    const kept = parsePosted(form.sections[0] ?? form.sections[1]!, { story: pasted });
    expect(kept['story']).toEqual({ kind: 'text', text: pasted });
    expect(problems({ story: kept['story'] })[0]).toContain('40,000');
  });

  it.each([
    ['a negative amount', withLines([{ amountMinor: '-5' }, {}]), 'line 1: an amount cannot be below zero'],
    ['a currency not allowed', withLines([{}], { currency: 'GBP' }), 'a budget in GBP cannot be taken here'],
    [
      'lines that do not sum',
      withLines([{}, {}], { totalMinor: '300' }),
      'the lines come to USD\u00a02, but the total says USD\u00a03',
    ],
    [
      'more than the ceiling',
      withLines([{ amountMinor: '50000001' }]),
      'is above the most this window gives',
    ],
    [
      'overhead above its share',
      withLines([{ amountMinor: '899' }, { category: 'overhead', amountMinor: '101' }]),
      'overhead is 10.1 % of the lines; at most 10 %',
    ],
    ['an unknown category', withLines([{ category: 'gifts' }]), 'is not one of the window’s'],
    ['a year outside the term', withLines([{ year: 3 }]), 'the project lasts 2 years'],
    ['an amount that is none', withLines([{}], { totalMinor: '?ten' }), 'the total “ten” cannot be read'],
    ['no lines', withLines([]), 'write at least one line'],
  ])('refuses %s', (_what, answers, sentence) => {
    expect(problems(answers).join(' ')).toContain(sentence);
  });

  it('takes overhead exactly at its share', () => {
    expect(problems(withLines([{ amountMinor: '900' }, { category: 'overhead' }]))).toEqual([]);
  });

  it.each([
    ['people', { kind: 'number', number: '0' }, 'must be 1 or more'],
    ['people', { kind: 'number', number: '1.5' }, 'write a whole number'],
    ['people', { kind: 'number', number: 'many' }, 'write a number'],
    ['start', { kind: 'date', date: '2027-02-30' }, 'write a day that exists'],
    ['country', { kind: 'country', country: 'XX' }, 'choose a country'],
    ['partners', { kind: 'choice', chosen: ['yes', 'no'] }, 'choose only one'],
    ['partners', { kind: 'choice', chosen: ['maybe'] }, 'choose from the list'],
    ['partners', { kind: 'text', text: 'yes' }, 'of another kind'],
    [
      'letter',
      { kind: 'file', files: [{ fileId: 'f', name: 'run.docm', bytes: 1, sha256: '' }] },
      'run.docm is not of a kind',
    ],
    ['steps', { kind: 'table', rows: [{ what: 'x', until: 'soon', days: 'y' }] }, 'row 1, About'],
    [
      'results',
      { kind: 'indicators', rows: [{ what: '', unit: '', baseline: 'x', target: '', by: 'x' }] },
      'say what is counted',
    ],
  ] as const)('refuses a wrong answer to %s (%o)', (key, answer, sentence) => {
    const found = problems({ [key]: answer });
    expect(found.length).toBeGreaterThan(0);
    if (key !== 'steps') expect(found[0]).toContain(sentence);
    else expect(found).toHaveLength(2);
  });

  it('says it in Arabic too', () => {
    expect(problems({ people: { kind: 'number', number: 'x' } }, 'ar')[0]).toContain('اكتب رقمًا');
  });
});

describe('progress', () => {
  it('counts the answered of the needed, section by section, as conditions unfold', () => {
    const plain = { partners: { kind: 'choice', chosen: ['no'] } } as const;
    expect(progressOf(form, plain)[0]).toMatchObject({ needed: 6, answered: 1 });
    const opened = { partners: { kind: 'choice', chosen: ['yes'] } } as const;
    expect(progressOf(form, opened)[0]).toMatchObject({ needed: 7, answered: 1 });
  });
});

describe('posted fields', () => {
  it('become answers and fields again without loss, whatever was typed', () => {
    const cell = fc.string().map((text) => text.replaceAll(/[\r\n]/g, ' ').trim());
    fc.assert(
      fc.property(
        fc.record({
          story: fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\r')),
          people: cell,
          start: cell,
          amounts: fc.array(fc.tuple(cell, cell, fc.integer({ min: 0, max: 3 })), { maxLength: 4 }),
          total: cell,
          currency: fc.constantFrom('USD', 'XOF', 'JOD', 'QQQ', ''),
        }),
        ({ story, people, start, amounts, total, currency }) => {
          const posted: Record<string, string> = {
            story,
            people,
            start,
            'budget.currency': currency,
            'budget.total': total,
          };
          amounts.forEach(([what, amount, year], row) => {
            posted[`budget.${row}.category`] = 'staff';
            posted[`budget.${row}.what`] = what;
            posted[`budget.${row}.amount`] = amount;
            posted[`budget.${row}.year`] = year === 0 ? '' : String(year);
          });
          for (const section of form.sections) {
            const once = parsePosted(section, posted);
            expect(parsePosted(section, postedOf(section, once))).toEqual(once);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('read amounts as the world writes them', () => {
    const read = (typed: string, currency = 'USD') => {
      const plan = form.sections[1];
      if (!plan) throw new Error('no plan');
      const answers = parsePosted(plan, {
        'budget.currency': currency,
        'budget.0.what': 'x',
        'budget.0.amount': typed,
      });
      return answers['budget']?.kind === 'budget' ? answers['budget'].lines[0]?.amountMinor : undefined;
    };
    expect([read('12,500.50'), read('12.500,50'), read('12 500,5'), read('12’500')]).toEqual([
      '1250050',
      '1250050',
      '1250050',
      '1250000',
    ]);
    expect([read('-3'), read('ten'), read('12.5', 'XOF')]).toEqual(['-300', '?ten', '?12.5']);
  });

  it('leave what was not drawn, and files, as they were', () => {
    const project = form.sections[0];
    if (!project) throw new Error('no section');
    const before: Answers = {
      ...right,
      letter: {
        kind: 'file',
        files: [
          { fileId: 'a', name: 'a.pdf', bytes: 1, sha256: '' },
          { fileId: 'b', name: 'b.pdf', bytes: 1, sha256: '' },
        ],
      },
    };
    const after = parsePosted(
      project,
      { title: '', 'letter.drawn': 'yes', 'letter.a.remove': 'yes', 'letter.c': 'forged' },
      before,
    );
    expect(after['title']).toBeUndefined();
    expect(after['story']).toEqual(right['story']);
    expect(after['letter']).toMatchObject({ files: [{ fileId: 'b' }] });
  });
});
