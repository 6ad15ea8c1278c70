import type { LocalText } from '../../kernel/local-text.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { atomically } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import type { Answer, Answers, FormVersion, Question, Section } from './rules/form.ts';
import { questionsOf } from './rules/questions.ts';
import type { WindowTerms } from './rules/window-terms.ts';
import { insertForm } from './store/forms.ts';
import { insertDraft, markPublished } from './store/versions.ts';

/** The same words in all languages, told apart by their code. */
export function inAll(text: string): LocalText {
  return { en: text, fr: `${text} (fr)`, es: `${text} (es)`, pt: `${text} (pt)`, ar: `${text} (ar)` };
}

/** Terms under which `answersTo(aForm())` passes. */
export const someTerms: WindowTerms = {
  ceiling: { amountMinor: 50_000_000n, currency: 'USD' },
  currencies: ['USD', 'EUR'],
  termMonths: 24,
  overheadCapBasisPoints: 1000,
  budgetCategories: [
    { key: 'staff', label: inAll('Staff'), isOverhead: false },
    { key: 'overhead', label: inAll('Overhead'), isOverhead: true },
  ],
};

const q = (key: string) => ({ key, label: inAll(`About ${key}`), needed: true });

/** One question of each kind; `partner` is asked only when `partners` is yes. */
const someQuestions: readonly Question[] = [
  { ...q('title'), kind: 'text', lines: 'one', maxWords: 20 },
  { ...q('story'), kind: 'text', lines: 'many', maxWords: 500, maxWordsIn: { fr: 600 } },
  {
    ...q('partners'),
    kind: 'choice',
    many: false,
    choices: [
      { key: 'yes', label: inAll('Yes') },
      { key: 'no', label: inAll('No') },
    ],
  },
  {
    ...q('partner'),
    kind: 'text',
    lines: 'one',
    when: { question: 'partners', is: 'one-of', values: ['yes'] },
  },
  { ...q('people'), kind: 'number', unit: inAll('people'), decimals: 0, min: 1 },
  { ...q('start'), kind: 'date' },
  { ...q('city'), kind: 'city', needed: false },
  { ...q('country'), kind: 'country' },
  { ...q('letter'), kind: 'file', accepts: ['pdf', 'docx'], maxFiles: 2, needed: false },
  {
    ...q('steps'),
    kind: 'table',
    maxRows: 10,
    columns: [
      { key: 'what', label: inAll('Step'), kind: 'text' },
      { key: 'until', label: inAll('Until'), kind: 'date' },
      { key: 'days', label: inAll('Days'), kind: 'number', unit: inAll('days') },
    ],
  },
  { ...q('budget'), kind: 'budget', maxLines: 20 },
  { ...q('results'), kind: 'indicators', maxRows: 8 },
];

export function aForm(over: Partial<FormVersion> = {}): FormVersion {
  const section = (key: string, questions: readonly Question[]): Section => ({
    key,
    title: inAll(`Section ${key}`),
    questions,
  });
  return {
    id: '01900000-0000-7000-8000-00000000f001',
    formId: '01900000-0000-7000-8000-00000000f000',
    version: 1,
    title: inAll('A trial form'),
    sections: [section('project', someQuestions.slice(0, 9)), section('plan', someQuestions.slice(9))],
    ...over,
  };
}

/** Right answers to everything the form asks, under `someTerms`. Cities and files are left out: they live elsewhere. */
export function answersTo(form: Pick<FormVersion, 'sections' | 'title'>): Answers {
  return Object.fromEntries(
    questionsOf(form).flatMap((question) => {
      const answer = answerTo(question);
      return answer ? [[question.key, answer]] : [];
    }),
  );
}

function answerTo(question: Question): Answer | undefined {
  switch (question.kind) {
    case 'text':
      return { kind: 'text', text: 'Safe rooms for newcomers' };
    case 'choice':
      return { kind: 'choice', chosen: question.choices.slice(0, 1).map(({ key }) => key) };
    case 'number':
      return { kind: 'number', number: String(question.min ?? 120) };
    case 'date':
      return { kind: 'date', date: question.earliest ?? question.latest ?? '2027-03-31' };
    case 'country':
      return { kind: 'country', country: 'SL' };
    case 'table':
      return {
        kind: 'table',
        rows: [
          Object.fromEntries(
            question.columns.map((column) => [
              column.key,
              column.kind === 'date' ? '2027-03-31' : column.kind === 'number' ? '12' : 'Find the rooms',
            ]),
          ),
        ],
      };
    case 'budget':
      return {
        kind: 'budget',
        currency: 'USD',
        lines: [
          { category: 'staff', what: 'Two officers', amountMinor: '9500000', year: 1 },
          { category: 'overhead', what: 'Office', amountMinor: '500000', year: 2 },
        ],
        totalMinor: '10000000',
      };
    case 'indicators':
      return {
        kind: 'indicators',
        rows: [{ what: 'Rooms found', unit: 'rooms', baseline: '0', target: '40', by: '2028-06-30' }],
      };
    case 'city':
    case 'file':
    default:
      return undefined;
  }
}

/** A form in the database, published by nobody in particular. By the worker. */
export async function aPublishedForm(worker: World, over: Partial<FormVersion> = {}): Promise<FormVersion> {
  const form = aForm({ id: worker.newId(), formId: worker.newId(), ...over });
  await atomically(worker, systemActor, async (tx) => {
    await insertForm(tx, {
      id: form.formId,
      slug: `trial-${form.formId.slice(-12)}`,
      purpose: 'other',
      isExample: false,
      by: null,
    });
    await insertDraft(tx, { ...form, by: null });
    await markPublished(tx, form.id, null, worker.now());
  });
  return form;
}
