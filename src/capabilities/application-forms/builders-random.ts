import * as fc from 'fast-check';
import type { LocalText } from '../../kernel/local-text.ts';
import { inAll, someTerms } from './builders.ts';
import { countryCodes } from './rules/countries.ts';
import type { Answer, Answers, FormVersion, Question } from './rules/form.ts';
import { parsePosted, postedOf } from './rules/posted.ts';
import { questionKinds } from './rules/questions.ts';
import { aForm } from './builders.ts';

/** What people type: any script, any sign, several lines. */
const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const lines = fc
  .array(fc.oneof(typed, fc.constantFrom('', ' ', 'مرحبا بكم', '<b>&amp;</b>', '\tx')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.join('\n'));
const cell = typed.map((text) => text.replaceAll(/\s+/g, ' ').trim());
const amount = fc.oneof(
  fc.integer({ min: -5, max: 9_999_999 }).map(String),
  fc.constantFrom('', 'ten', '12.50', '1,2,3'),
);

function label(text: string): LocalText {
  return inAll(text);
}

function question(key: string, kind: Question['kind'], many: boolean, width: number): Question {
  const asked = { key, label: label(`Question ${key}`), needed: many };
  switch (kind) {
    case 'text':
      return { ...asked, kind, lines: many ? 'many' : 'one', maxWords: 100 };
    case 'choice':
      return {
        ...asked,
        kind,
        many,
        choices: Array.from({ length: width + 1 }, (_, n) => ({ key: `c${n}`, label: label(`Choice ${n}`) })),
      };
    case 'number':
      return { ...asked, kind, unit: label('people'), decimals: 2 };
    case 'table':
      return {
        ...asked,
        kind,
        maxRows: 9,
        columns: Array.from({ length: width }, (_, n) => ({
          key: `k${n}`,
          label: label(`Column ${n}`),
          kind: 'text' as const,
        })),
      };
    case 'file':
      return { ...asked, kind, accepts: ['pdf'], maxFiles: 1 };
    case 'budget':
      return { ...asked, kind, maxLines: 9 };
    case 'indicators':
      return { ...asked, kind, maxRows: 9 };
    case 'date':
    case 'city':
    case 'country':
    default:
      return { ...asked, kind };
  }
}

/** Any form of one to eight questions in one or two sections. */
export const anyForm: fc.Arbitrary<FormVersion> = fc
  .array(fc.tuple(fc.constantFrom(...questionKinds), fc.boolean(), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drawn) => {
    const questions = drawn.map(([kind, many, width], place) => question(`q${place}`, kind, many, width));
    const half = Math.ceil(questions.length / 2);
    return aForm({
      sections: [questions.slice(0, half), questions.slice(half)].map((part, place) => ({
        key: `s${place}`,
        title: label(`Section ${place}`),
        questions: part,
      })),
    });
  });

function rowOf(keys: readonly string[]): fc.Arbitrary<Record<string, string>> {
  return fc.record(Object.fromEntries(keys.map((key) => [key, fc.oneof(cell, fc.constant(''))])));
}

function answer(asked: Question): fc.Arbitrary<Answer | undefined> {
  switch (asked.kind) {
    case 'text':
      return lines.map((text) => ({ kind: 'text', text }));
    case 'choice': {
      const keys = asked.choices.map(({ key }) => key);
      return fc
        .subarray(keys)
        .map((chosen) => ({ kind: 'choice', chosen: asked.many ? chosen : chosen.slice(0, 1) }));
    }
    case 'number':
      return fc.oneof(amount, cell).map((number) => ({ kind: 'number', number }));
    case 'date':
      return fc.constantFrom('2027-03-31', 'soon').map((date) => ({ kind: 'date', date }));
    case 'country':
      return fc.constantFrom(...countryCodes).map((country) => ({ kind: 'country', country }));
    case 'table':
      return fc
        .array(rowOf(asked.columns.map(({ key }) => key)), { maxLength: 4 })
        .map((rows) => ({ kind: 'table', rows }));
    case 'indicators':
      return fc
        .array(rowOf(['what', 'unit', 'baseline', 'target', 'by']), { maxLength: 4 })
        .map((rows) => ({ kind: 'indicators', rows: rows as never }));
    case 'budget':
      return fc
        .record({
          currency: fc.constantFrom(...someTerms.currencies),
          total: amount,
          rows: fc.array(
            fc.tuple(fc.constantFrom('staff', 'overhead'), cell, amount, fc.integer({ min: 0, max: 2 })),
            { maxLength: 5 },
          ),
        })
        .map(({ currency, total, rows }) => ({
          kind: 'budget',
          currency,
          lines: rows.map(([category, what, amountMinor, year]) => ({
            category,
            what,
            amountMinor: amountMinor && `?${amountMinor}`,
            year,
          })),
          totalMinor: total && `?${total}`,
        }));
    case 'city':
    case 'file':
    default:
      return fc.constant(undefined);
  }
}

/** Any answers to a form, as they are kept once a page has posted them: right, wrong or missing. */
export function anyAnswers(form: FormVersion): fc.Arbitrary<Answers> {
  const questions = form.sections.flatMap((section) => section.questions);
  return fc.tuple(...questions.map((asked) => fc.option(answer(asked), { nil: undefined }))).map((drawn) => {
    const raw = Object.fromEntries(
      questions.flatMap(({ key }, place) => (drawn[place] ? [[key, drawn[place]]] : [])),
    );
    return form.sections.reduce<Answers>(
      (kept, section) => parsePosted(section, postedOf(section, raw), kept),
      {},
    );
  });
}
