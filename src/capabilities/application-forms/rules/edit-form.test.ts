import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../platform/languages/catalogue.ts';
import { aForm, answersTo, inAll } from '../builders.ts';
import { anyForm } from '../builders-random.ts';
import '../messages/index.ts';
import { checkForm } from './check-form.ts';
import { conditionFaults, visibleQuestions } from './condition.ts';
import { copyPart, keyFor, movePart, removePart } from './edit-form.ts';
import type { Condition, FormBody, Question } from './form.ts';
import { differenceOfForms } from './form-difference.ts';
import { formJson, readFormJson } from './form-json.ts';
import { questionsOf } from './questions.ts';

const form = aForm();
const keys = (one: FormBody) => questionsOf(one).map(({ key }) => key);

function withConditions(...asks: readonly (readonly [key: string, when: Condition | undefined])[]): FormBody {
  const questions = asks.map(
    ([key, when]): Question => ({
      key,
      label: inAll(key),
      needed: false,
      kind: 'text',
      lines: 'one',
      ...(when ? { when } : {}),
    }),
  );
  return { title: inAll('t'), sections: [{ key: 's', title: inAll('s'), questions }] };
}
const answered = (question: string): Condition => ({ question, is: 'answered' });

describe('conditions', () => {
  it('show a question only when they hold of what is shown before it', () => {
    const chain = withConditions(['a', undefined], ['b', answered('a')], ['c', answered('b')]);
    const said = { b: { kind: 'text', text: 'left from before' } } as const;
    expect(visibleQuestions(chain, said).map(({ key }) => key)).toEqual(['a']);
    expect(visibleQuestions(chain, { ...said, a: { kind: 'text', text: 'x' } })).toHaveLength(3);
  });

  it('join by all and any, and compare numbers and choices', () => {
    const asks = (when: Condition) => {
      const changed = {
        ...form,
        sections: [
          ...form.sections,
          {
            key: 'x',
            title: inAll('x'),
            questions: withConditions(['more', when]).sections[0]?.questions ?? [],
          },
        ],
      };
      return visibleQuestions(changed, answersTo(form)).some(({ key }) => key === 'more');
    };
    const yes: Condition = { question: 'partners', is: 'one-of', values: ['yes'] };
    const many: Condition = { question: 'people', is: 'at-least', value: 10 };
    expect([asks(yes), asks(many), asks({ all: [yes, many] }), asks({ any: [yes, many] })]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(asks({ question: 'people', is: 'at-most', value: 10 })).toBe(true);
    expect(asks({ question: 'city', is: 'empty' })).toBe(true);
  });

  it('are refused in a circle, about nothing, about themselves and about what comes later', () => {
    expect(
      conditionFaults(withConditions(['a', answered('b')], ['b', answered('a')])).map(({ fault }) => fault),
    ).toEqual(['circle', 'circle']);
    expect(conditionFaults(withConditions(['a', answered('a')]))[0]).toMatchObject({
      fault: 'circle',
      through: ['a', 'a'],
    });
    expect(conditionFaults(withConditions(['a', answered('gone')]))[0]).toMatchObject({
      fault: 'dangling',
      asks: 'gone',
    });
    expect(conditionFaults(withConditions(['a', answered('b')], ['b', undefined]))[0]).toMatchObject({
      fault: 'later',
      asks: 'b',
    });
    expect(conditionFaults(form)).toEqual([]);
  });
});

describe('the check before publishing', () => {
  it('finds nothing wrong with a whole form', () => {
    expect(checkForm(form, 'en')).toEqual([]);
  });

  it('names languages that lack words, empty sections, and questions that cannot be answered', () => {
    const lame: FormBody = {
      title: { ...inAll('t'), ar: ' ' },
      sections: [
        { key: 'empty', title: inAll('Empty'), questions: [] },
        {
          key: 'odd',
          title: inAll('Odd'),
          questions: [
            { key: 'pick', label: inAll('Pick'), needed: true, kind: 'choice', many: false, choices: [] },
            {
              key: 'twins',
              label: inAll('Twins'),
              needed: true,
              kind: 'choice',
              many: false,
              choices: [
                { key: 'a', label: inAll('A') },
                { key: 'b', label: inAll('A') },
              ],
            },
            {
              key: 'size',
              label: inAll('Size'),
              help: { ...inAll('Help'), pt: '' },
              needed: true,
              kind: 'number',
              unit: inAll('m'),
              decimals: 0,
              min: 5,
              max: 1,
            },
            { key: 'send', label: inAll('Send'), needed: true, kind: 'file', accepts: [], maxFiles: 1 },
            {
              key: 'list',
              label: inAll('List'),
              needed: true,
              kind: 'table',
              columns: [],
              maxRows: 1,
              when: answered('nowhere'),
            },
          ],
        },
      ],
    };
    const said = checkForm(lame, 'en').map(({ part, reason }) => `${part}: ${reason.key.split('.')[1]}`);
    expect(said).toEqual([
      ': title-missing',
      'empty: empty-section',
      'pick: few-choices',
      'twins: same-choices',
      'size: words-missing',
      'size: limits-crossed',
      'send: no-file-kinds',
      'list: no-columns',
      'list: condition-dangling',
    ]);
    for (const { reason } of checkForm(lame, 'fr')) expect(explain('fr', reason)).not.toContain('fault.');
  });
});

describe('moving, copying and taking out', () => {
  it('moves a question within its section and over its edge', () => {
    expect(keys(movePart(form, { what: 'question', key: 'story' }, 'up')).slice(0, 2)).toEqual([
      'story',
      'title',
    ]);
    const over = movePart(form, { what: 'question', key: 'steps' }, 'up');
    expect(over.sections[0]?.questions.at(-1)?.key).toBe('steps');
    expect(movePart(form, { what: 'question', key: 'title' }, 'up')).toEqual(form);
  });

  it('never loses or doubles a question, whatever is moved where', () => {
    fc.assert(
      fc.property(anyForm, fc.nat(), fc.boolean(), (drawn, pick, up) => {
        const all = keys(drawn);
        const key = all[pick % all.length] ?? '';
        const moved = movePart(drawn, { what: 'question', key }, up ? 'up' : 'down');
        expect(keys(moved).toSorted()).toEqual(all.toSorted());
      }),
    );
  });

  it('copies a section under new keys', () => {
    const copied = copyPart(form, { what: 'section', key: 'plan' });
    expect(copied.sections.map(({ key }) => key)).toEqual(['project', 'plan', 'plan-2']);
    expect(new Set(keys(copied)).size).toBe(keys(copied).length);
    expect(removePart(copied, { what: 'section', key: 'plan-2' })).toEqual({ ...form });
  });

  it('makes keys from words, never one that pages need', () => {
    expect([
      keyFor('Où êtes-vous ?', form, 'q'),
      keyFor('Title', form, 'q'),
      keyFor('مدينة', form, 'question'),
      keyFor('Key', form, 'q'),
    ]).toEqual(['ou-etes-vous', 'title-2', 'question', 'key-2']);
  });
});

describe('a form as JSON', () => {
  it('comes back as it went, whatever it asks', () => {
    fc.assert(
      fc.property(anyForm, ({ title, sections }) => {
        expect(readFormJson(formJson({ title, sections }))).toEqual({ title, sections });
      }),
    );
    expect(readFormJson(formJson(form))).toEqual({ title: form.title, sections: form.sections });
  });

  it.each([
    ['no JSON', '{', 'JSON'],
    ['another thing', '{"a": 1}', 'title'],
    [
      'a key that pages need',
      formJson({ ...form, sections: [{ ...form.sections[0]!, key: 'key' }] }),
      'sections.0.key',
    ],
    ['two of one key', formJson({ ...form, sections: [form.sections[0]!, form.sections[0]!] }), 'project'],
  ])('is refused with the place: %s', (_what, file, where) => {
    expect(readFormJson(file)).toEqual({ where });
  });
});

describe('the difference of two versions', () => {
  it('says in plain words what changed', () => {
    const [project, plan] = form.sections;
    if (!project || !plan) throw new Error('no sections');
    const title: Question = {
      ...project.questions[0]!,
      label: { ...inAll('About title'), fr: 'Le titre' },
      needed: false,
    };
    const story = { ...project.questions[1]!, maxWords: 300 } as Question;
    const next: FormBody = {
      title: form.title,
      sections: [
        { ...project, questions: [title, story, ...project.questions.slice(3)] },
        plan,
        { key: 'new', title: inAll('New'), questions: [] },
      ],
    };
    const said = differenceOfForms(form, next, 'en').map((reason) => explain('en', reason));
    expect(said).toEqual([
      'The section “New” was added.',
      'The question “About partners” was taken out.',
      expect.stringContaining('“About title” (Le titre'.slice(0, 13)),
      'The question “About title” no longer needs an answer.',
      'The question “About story” takes at most 300 words (before: 500).',
    ]);
    expect(differenceOfForms(form, form, 'en')).toEqual([]);
  });
});
