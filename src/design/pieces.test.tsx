import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { because } from '../kernel/refusal.ts';
import { SubmitButton } from './button.tsx';
import { DateField } from './form/date-field.tsx';
import { Form } from './form/form.tsx';
import { TextField } from './form/text-field.tsx';
import { PageShell } from './page-shell.tsx';

function parse(node: VNode) {
  return parseHTML(`<!doctype html>${renderToString(node)}`).document;
}

describe('the page shell', () => {
  it('sets language and direction for the whole document', () => {
    const document = parse(
      <PageShell
        language="ar"
        face="public"
        title="x"
        nav={[]}
        pathFor={(l) => `/${l}/x`}
        assets={{ css: '/c' }}
      >
        <p>y</p>
      </PageShell>,
    );
    expect(document.documentElement.getAttribute('dir')).toBe('rtl');
  });
});

describe('a form', () => {
  it('keeps what was typed and ties each problem to its field', () => {
    const document = parse(
      <Form
        action="/x"
        problems={[{ field: 'title', reason: because('design:not-known') }]}
        answers={{ title: '<b>', startsOn: '2023-02-30' }}
        idempotencyKey="k"
      >
        <TextField name="title" label="Title" />
        <DateField name="startsOn" label="Starts" />
        <SubmitButton>Go</SubmitButton>
      </Form>,
    );
    expect(document.querySelector('input[name=title]')?.getAttribute('value')).toBe('<b>');
    expect(document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#f-title');
    expect(document.querySelector('input[name=startsOn]')?.getAttribute('type')).toBe('text');
  });
});
