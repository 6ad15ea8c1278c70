import { describe, expect, it } from 'vitest';
import { because, type Problem } from '../../kernel/refusal.ts';
import { SubmitButton } from '../button.tsx';
import { rendered, textOf } from '../builders.ts';
import { CityPicker } from '../city-picker.tsx';
import { CheckboxField } from './checkbox-field.tsx';
import { CheckboxesField, RadiosField } from './choice-fields.tsx';
import { DateField } from './date-field.tsx';
import { FileField } from './file-field.tsx';
import type { Answers } from './form-context.ts';
import { Form } from './form.tsx';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import { SaveState } from './save-state.tsx';
import { SelectField } from './select-field.tsx';
import { StaleTexts } from './stale-texts.tsx';
import { TextField } from './text-field.tsx';
import { TextareaField } from './textarea-field.tsx';

const fields = [
  'title',
  'summary',
  'city',
  'kind',
  'kinds',
  'region',
  'starts',
  'people',
  'amount',
  'file',
  'consent',
];
const wrong = because('design:not-known');

function form({ answers = {}, problems = [] }: { answers?: Answers; problems?: readonly Problem[] } = {}) {
  const kinds = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B', hint: 'the second' },
  ];
  return rendered(
    <Form action="/x" answers={answers} problems={problems} idempotencyKey="key-1" version={7} files>
      <TextField name="title" label="Title" hint="Short" initial="stored" />
      <TextareaField name="summary" label="Summary" optional />
      <CityPicker name="city" searchAction="/x?find" />
      <RadiosField name="kind" label="Kind" choices={kinds} />
      <CheckboxesField name="kinds" label="Kinds" choices={kinds} optional />
      <SelectField name="region" label="Region" choices={kinds} />
      <DateField name="starts" label="Starts" />
      <NumberField name="people" label="People" unit="people" />
      <MoneyField name="amount" label="Amount" currencies={['USD', 'EUR']} />
      <FileField name="file" label="File" />
      <CheckboxField name="consent" question="Publish" label="Yes" />
      <SubmitButton>Send</SubmitButton>
    </Form>,
  );
}

describe('a form', () => {
  it('carries the key that makes sending twice harmless, and the version it was opened at', () => {
    const document = form();
    expect(document.querySelector('input[name=key]')?.getAttribute('value')).toBe('key-1');
    expect(document.querySelector('input[name=version]')?.getAttribute('value')).toBe('7');
    expect(document.querySelector('form')?.getAttribute('enctype')).toBe('multipart/form-data');
  });

  it('gives every box a label', () => {
    for (const box of form().querySelectorAll('input:not([type=hidden]), select, textarea')) {
      const labelled =
        box.getAttribute('aria-label') ?? box.ownerDocument.querySelector(`label[for="${box.id}"]`);
      expect(labelled, box.outerHTML).toBeTruthy();
    }
  });

  it('leads from each problem of the summary to a box of that field', () => {
    const document = form({ problems: fields.map((field) => ({ field, reason: wrong })) });
    const links = [...document.querySelectorAll('.error-summary a')];
    expect(links.length).toBe(fields.length);
    for (const link of links) {
      const target = document.querySelector(link.getAttribute('href') ?? '');
      expect(target?.matches('input, select, textarea'), link.outerHTML).toBe(true);
    }
  });

  it('ties each error to its box or group, so that it is read out with it', () => {
    const document = form({ problems: fields.map((field) => ({ field, reason: wrong })) });
    for (const field of fields) {
      const described = [...document.querySelectorAll('[aria-describedby]')].flatMap((box) =>
        (box.getAttribute('aria-describedby') ?? '').split(' '),
      );
      expect(described).toContain(`f-${field}-error`);
      expect(document.querySelector(`#f-${field}-error`)).not.toBeNull();
    }
  });

  it('brings the reader to the problems even without JavaScript', () => {
    const summary = form({ problems: [{ field: 'title', reason: wrong }] }).querySelector('.error-summary');
    expect(summary?.hasAttribute('autofocus')).toBe(true);
    expect(form().querySelector('.error-summary')).toBeNull();
  });

  it('says a problem of the whole form without a link', () => {
    const document = form({ problems: [{ field: '', reason: wrong }] });
    expect(document.querySelector('.error-summary a')).toBeNull();
    expect(textOf(document.querySelector('.error-summary'))).toContain('There is a problem');
  });

  it('keeps what was typed, however wrong, and writes it as text', () => {
    const answers = {
      title: '"><script>',
      summary: '</textarea><b>',
      starts: '2023-02-30',
      amount: '1,,2',
      amountCurrency: 'EUR',
    };
    const document = form({ answers });
    const value = (name: string) => document.querySelector(`[name=${name}]`)?.getAttribute('value');
    expect(value('title')).toBe('"><script>');
    // The parser leaves the text of a textarea as it was written.
    expect(document.querySelector('textarea')?.textContent).toBe('&lt;/textarea>&lt;b>');
    expect(document.querySelector('script, b')).toBeNull();
    expect([value('starts'), document.querySelector('[name=starts]')?.getAttribute('type')]).toEqual([
      '2023-02-30',
      'text',
    ]);
    expect(value('amount')).toBe('1,,2');
    expect(document.querySelector('[name=amountCurrency] option[selected]')?.textContent).toBe('EUR');
  });

  it('shows the stored value until something else was typed, be it nothing', () => {
    expect(form().querySelector('[name=title]')?.getAttribute('value')).toBe('stored');
    expect(
      form({ answers: { title: '' } })
        .querySelector('[name=title]')
        ?.getAttribute('value'),
    ).toBe('');
  });

  it('ticks the boxes that were ticked under one name', () => {
    const ticked = (answers: Answers) =>
      [...form({ answers }).querySelectorAll('[name=kinds][checked]')].map((box) =>
        box.getAttribute('value'),
      );
    expect(ticked({ kinds: 'a\nb' })).toEqual(['a', 'b']);
    expect(ticked({ kinds: 'b' })).toEqual(['b']);
    expect(ticked({})).toEqual([]);
  });

  it('says in words which answers are optional', () => {
    expect(textOf(form().querySelector('label[for=f-summary]'))).toBe('Summary (optional)');
    expect(form().querySelector('[name=summary]')?.hasAttribute('required')).toBe(false);
    expect(form().querySelector('[name=title]')?.hasAttribute('required')).toBe(true);
  });

  it('never sends a password back', () => {
    const document = rendered(
      <Form action="/x" answers={{ secret: 'hunter2' }}>
        <TextField name="secret" type="password" label="Passphrase" />
      </Form>,
    );
    expect(document.body.innerHTML).not.toContain('hunter2');
  });
});

describe('a city picker', () => {
  it('lets one choose among what a search without JavaScript found', () => {
    const document = rendered(
      <Form action="/x" answers={{ citySearch: 'Exam', city: '2' }}>
        <CityPicker
          name="city"
          searchAction="/x?find"
          found={[
            { id: '1', name: 'Example', place: 'A', population: 1200 },
            { id: '2', name: 'Example', place: 'B' },
          ]}
        />
      </Form>,
    );
    expect(document.querySelector('[name=citySearch]')?.getAttribute('value')).toBe('Exam');
    expect(document.querySelector('[name=city][checked]')?.getAttribute('value')).toBe('2');
    expect(document.querySelector('button[formaction]')?.getAttribute('formaction')).toBe('/x?find');
    expect(textOf(document.querySelector('label[for=f-city-1]'))).toBe('Example, A · 1,200 people');
  });

  it('says what to try when no city has such a name', () => {
    const document = rendered(
      <Form action="/x" answers={{ citySearch: '<Atlantis>' }}>
        <CityPicker name="city" searchAction="/x" found={[]} />
      </Form>,
    );
    expect(textOf(document.querySelector('.options'))).toContain('No city has a name like “<Atlantis>”.');
  });
});

describe('a draft', () => {
  it('says aloud when it was saved, or that nothing is', () => {
    const at = rendered(<SaveState savedAt={new Date('2026-09-30T09:00:00Z')} />);
    expect(textOf(at.querySelector('[role=status]'))).toMatch(/^Saved on 30 Sept? 2026, 09:00 UTC$/);
    expect(textOf(rendered(<SaveState savedAt={undefined} />))).toBe('Nothing saved yet');
  });

  it('shows both texts of each answer that somebody else changed meanwhile, and only those', () => {
    const document = rendered(
      <StaleTexts
        current={{ title: 'Old title', note: 'same' }}
        answers={{ title: 'New title', note: 'same' }}
        labels={{ title: 'Title', note: 'Note' }}
      />,
    );
    expect([...document.querySelectorAll('h2')].map(textOf)).toEqual(['Title']);
    expect(textOf(document.querySelector('del'))).toContain('Old');
    expect(textOf(document.querySelector('ins'))).toContain('New');
  });
});
