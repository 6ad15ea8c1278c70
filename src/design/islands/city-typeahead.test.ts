import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const items = [
  { id: 'a', name: 'São Paulo', country: 'BR', population: 12_000_000 },
  { id: 'b', name: '<i>Sao</i>', country: 'PT', population: null },
];
const asked: string[] = [];
let document: Document;

beforeEach(async () => {
  const { window } = parseHTML(
    `<!doctype html><html lang="en"><body><form><city-typeahead data-name="city" data-some="Found" data-none="None">
      <span class="search-row"><input id="f-city" type="search" aria-label="Find the city"></span>
      <div class="options"></div></city-typeahead></form></body></html>`,
  );
  ({ document } = window);
  vi.useFakeTimers();
  for (const name of [
    'document',
    'customElements',
    'HTMLElement',
    'HTMLInputElement',
    'HTMLSelectElement',
    'Event',
  ] as const) {
    vi.stubGlobal(name, window[name]);
  }
  vi.stubGlobal('addEventListener', () => undefined);
  asked.length = 0;
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return Response.json({ items: address.includes('zzz') ? [] : items });
  });
  vi.resetModules();
  await import('./main.ts');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const box = () => document.querySelector<HTMLInputElement>('#f-city')!;
const list = () => document.querySelector<HTMLElement>('[role=listbox]')!;

async function type(text: string): Promise<void> {
  box().value = text;
  box().dispatchEvent(new Event('input', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(200);
}

function press(key: string): boolean {
  const event = Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), { key });
  for (const item of list().children) item.scrollIntoView = () => undefined;
  box().dispatchEvent(event);
  return event.defaultPrevented;
}

describe('the city typeahead', () => {
  it('is a combobox with a list of cities, told aloud', async () => {
    await type('sao');
    expect(box().getAttribute('role')).toBe('combobox');
    expect(box().getAttribute('aria-controls')).toBe(list().id);
    expect(box().getAttribute('aria-expanded')).toBe('true');
    expect([...list().children].map((item) => item.textContent)).toEqual([
      'São Paulo, Brazil · 12,000,000',
      '<i>Sao</i>, Portugal',
    ]);
    expect(document.querySelector('[role=status]')?.textContent).toBe('Found');
    expect(list().querySelector('i')).toBeNull();
  });

  it('asks once the reader pauses, and never for one letter', async () => {
    box().value = 'sã';
    box().dispatchEvent(new Event('input', { bubbles: true }));
    await type('são p');
    await type('s');
    expect(asked).toEqual(['/api/v1/cities?search=s%C3%A3o%20p&limit=8']);
    expect(list().hidden).toBe(true);
  });

  it('is walked with the arrow keys, round and round, and picks with Enter', async () => {
    await type('sao');
    press('ArrowUp');
    expect(document.querySelector('[aria-selected=true]')?.id).toBe(
      box().getAttribute('aria-activedescendant'),
    );
    press('ArrowDown');
    expect(press('Enter')).toBe(true);
    const radio = document.querySelector<HTMLInputElement>('.options input[type=radio]');
    expect([radio?.name, radio?.value, radio?.checked]).toEqual(['city', 'a', true]);
    expect(box().value).toBe('São Paulo');
    expect(list().hidden).toBe(true);
  });

  it('leaves Enter to the form while nothing is chosen, and closes on Escape', async () => {
    await type('sao');
    expect(press('Enter')).toBe(false);
    expect(press('Escape')).toBe(true);
    expect(list().hidden).toBe(true);
  });

  it('says when nothing is found, and keeps still when there is no connection', async () => {
    await type('zzz');
    expect(document.querySelector('[role=status]')?.textContent).toBe('None');
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')));
    await type('sao');
    expect(list().hidden).toBe(true);
  });
});
