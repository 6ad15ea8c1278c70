import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A page with our elements alive in it, without a browser. */
async function page(html: string): Promise<Document> {
  const { window } = parseHTML(`<!doctype html><html lang="en"><body>${html}</body></html>`);
  const { document, customElements } = window;
  const globals = { document, customElements, addEventListener: () => undefined };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  for (const name of ['HTMLElement', 'HTMLInputElement', 'HTMLSelectElement', 'Event'] as const) {
    vi.stubGlobal(name, window[name]);
  }
  vi.resetModules();
  await import('./main.ts');
  return document;
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-09-30T09:00:00Z') });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function submit(form: Element | null): boolean {
  const event = new Event('submit', { bubbles: true, cancelable: true });
  form?.dispatchEvent(event);
  return !event.defaultPrevented;
}

describe('the form enhancer', () => {
  const html =
    '<form-enhancer data-working="Sending…"><form><input name="a"><p class="save-state" data-unsaved="Not saved"></p></form></form-enhancer>';

  it('sends a form only once, however often the button is pressed', async () => {
    const form = (await page(html)).querySelector('form');
    expect([submit(form), submit(form)]).toEqual([true, false]);
    expect(form?.querySelector('.save-state')?.textContent).toBe('Sending…');
  });

  it('lets it be sent again when no answer came', async () => {
    const form = (await page(html)).querySelector('form');
    submit(form);
    vi.advanceTimersByTime(15_000);
    expect(submit(form)).toBe(true);
  });

  it('says that a draft is not saved once something is typed', async () => {
    const document = await page(html);
    document.querySelector('input')?.dispatchEvent(new Event('input', { bubbles: true }));
    expect(document.querySelector('.save-state.unsaved')?.textContent).toBe('Not saved');
  });
});

describe('filters', () => {
  it('apply when a box is ticked, but wait while a list is walked through by keyboard', async () => {
    const document = await page(
      '<auto-submit><form><input type="checkbox"><select><option>a</option></select><input type="text"></form></auto-submit>',
    );
    const sent = vi.fn();
    const form = document.querySelector('form')!;
    form.requestSubmit = sent;
    for (const field of form.querySelectorAll('input, select'))
      Object.defineProperty(field, 'form', { value: form });
    const change = (field: Element | null) => field?.dispatchEvent(new Event('change', { bubbles: true }));
    const list = form.querySelector('select');
    change(list);
    change(form.querySelector('[type=text]'));
    expect(sent).toHaveBeenCalledTimes(0);
    change(form.querySelector('[type=checkbox]'));
    list?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    change(list);
    expect(sent).toHaveBeenCalledTimes(2);
  });
});

describe('times', () => {
  it('say how long ago a moment was', async () => {
    const document = await page(
      '<relative-time data-at="2026-09-30T07:00:00Z"><time>07:00</time></relative-time>',
    );
    expect(document.querySelector('relative-time')?.textContent).toBe('07:00 (2 hours ago)');
  });

  it("say a deadline by the reader's clock", async () => {
    const document = await page(
      '<local-time data-at="2026-11-21T16:00:00Z" data-words="your time"></local-time>',
    );
    expect(document.querySelector('local-time')?.textContent).toMatch(/^\(21 Nov, \d\d:\d\d · your time\)$/);
  });
});
