import { describe, expect, it } from 'vitest';
import { rendered } from '../../../../design/builders.ts';
import { Form } from '../../../../design/form/form.tsx';
import { calendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { aForm, answersTo, someTerms } from '../../builders.ts';
import { checkAnswers } from '../../rules/check-answers.ts';
import { visibleSection } from '../../rules/condition.ts';
import type { Answers, Section } from '../../rules/form.ts';
import { AnswersBeside } from '../shown/answers-beside.tsx';
import { AnswersShown } from '../shown/answers-shown.tsx';
import { SectionFields } from './section-fields.tsx';

const form = aForm();
const answers = answersTo(form);

function drawn(key: string, said: Answers, language: Language = 'en', more?: string): HTMLElement {
  const section = visibleSection(form, said, key) as Section;
  const known = {
    people: { text: '1,200 people', confirmedOn: calendarDate('2026-05-01'), source: 'census' },
  };
  return rendered(
    <Form action="/x" problems={checkAnswers(form, said, { language, window: someTerms })}>
      <SectionFields
        section={section}
        answers={said}
        language={language}
        terms={someTerms}
        known={known}
        citySearchAction="/x"
        more={more}
      />
    </Form>,
    language,
  ).body;
}

describe('the fields of a section', () => {
  it('ask only what the answers so far call for', () => {
    expect(drawn('project', {}).querySelector('[name=partner]')).toBeNull();
    const yes = { partners: { kind: 'choice', chosen: ['yes'] } } as const;
    expect(drawn('project', yes).querySelector('[name=partner]')).not.toBeNull();
  });

  it('lead each problem of the summary to a field that is there', () => {
    const wrong: Answers = {
      ...answers,
      people: { kind: 'number', number: 'many' },
      budget: {
        kind: 'budget',
        currency: 'GBP',
        lines: [{ category: '', what: '', year: 0, amountMinor: '?x' }],
        totalMinor: '5',
      },
      steps: { kind: 'table', rows: [{ until: 'soon' }] },
    };
    for (const key of ['project', 'plan']) {
      const page = drawn(key, wrong);
      const ids = [...page.querySelectorAll('.error-summary a')].map((link) =>
        (link.getAttribute('href') ?? '').slice(1),
      );
      const mine = ids.filter((id) => (key === 'project' ? id.includes('people') : !id.includes('people')));
      expect(mine.length).toBeGreaterThan(0);
      for (const id of mine) expect(page.querySelector(`[id="${id}"]`), id).not.toBeNull();
    }
  });

  it('keep what was typed, right or wrong', () => {
    const typed: Answers = {
      people: { kind: 'number', number: 'many' },
      story: { kind: 'text', text: '\nfirst line empty' },
    };
    const page = drawn('project', typed);
    expect(page.querySelector('[name=people]')?.getAttribute('value')).toBe('many');
    expect(page.querySelector('[name=story]')?.textContent).toBe('\n\nfirst line empty');
  });

  it('say what the city’s record knows, with its day and source', () => {
    expect(drawn('project', {}).textContent).toContain(
      'Your city’s record says: 1,200 people (from census, confirmed on 1 May 2026).',
    );
  });

  it('give more rows on demand, and sums beside the total as stated', () => {
    expect(drawn('plan', answers).querySelectorAll('[name^="steps."][name$=".what"]')).toHaveLength(3);
    expect(
      drawn('plan', answers, 'en', 'steps').querySelectorAll('[name^="steps."][name$=".what"]'),
    ).toHaveLength(5);
    expect(drawn('plan', answers).querySelector('tfoot')?.textContent).toContain('USD\u00a0100,000');
  });

  it('are drawn in Arabic', () => {
    expect(drawn('plan', answers, 'ar').textContent).toContain('المجموع الذي تطلبه');
  });
});

describe('answers to read', () => {
  it('stand under the questions as they were asked, and leave out what must not be seen', () => {
    const page = rendered(
      <AnswersShown
        form={form}
        answers={answers}
        language="en"
        terms={someTerms}
        isSeen={({ key }) => key !== 'story'}
      />,
      'fr',
    ).body;
    expect(page.textContent).toContain('About people (fr)');
    expect(page.textContent).not.toContain('About story');
    expect(page.textContent).toContain('95\u202f000');
  });

  it('stand beside one another where they differ', () => {
    const after: Answers = { ...answers, people: { kind: 'number', number: '400' } };
    const page = rendered(
      <AnswersBeside
        form={form}
        before={answers}
        after={after}
        language="en"
        beforeLabel="kept"
        afterLabel="sent"
      />,
      'en',
    ).body;
    expect([...page.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['About people']);
    expect(page.textContent).toContain('400');
  });
});
