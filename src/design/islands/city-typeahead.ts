import { readerLocale } from './reader-locale.ts';

interface FoundCity {
  readonly id: string | number;
  readonly name: string;
  readonly country: string;
  readonly population?: number | null;
}

const pauseMilliseconds = 180;

/**
 * Turns the city picker's search box into a combobox (WAI-ARIA 1.2, list autocomplete): follows typing with
 * `/api/v1/cities?search=…`, arrow keys walk, Enter picks, Escape closes. The picked city becomes the one radio below.
 */
export class CityTypeahead extends HTMLElement {
  private box!: HTMLInputElement;
  private list!: HTMLUListElement;
  private status!: HTMLElement;
  private cities: readonly FoundCity[] = [];
  private active = -1;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | undefined;

  connectedCallback(): void {
    const box = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!box || this.list) return;
    this.box = box;
    this.list = this.make('ul', {
      class: 'listbox',
      role: 'listbox',
      id: `${box.id}-list`,
      'aria-label': box.ariaLabel ?? '',
    });
    this.status = this.make('p', { class: 'unseen', role: 'status' });
    this.list.hidden = true;
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.list.id,
    })) {
      box.setAttribute(name, value);
    }
    box.closest('.search-row')?.after(this.list, this.status);
    box.addEventListener('input', () => this.searchSoon());
    box.addEventListener('keydown', (event) => this.walk(event));
    box.addEventListener('blur', () => this.close());
  }

  private searchSoon(): void {
    clearTimeout(this.waiting);
    this.request?.abort();
    const search = this.box.value.trim();
    if (search.length < 2) return this.close();
    this.waiting = setTimeout(() => void this.search(search), pauseMilliseconds);
  }

  private async search(search: string): Promise<void> {
    this.request = new AbortController();
    try {
      const response = await fetch(`/api/v1/cities?search=${encodeURIComponent(search)}&limit=8`, {
        signal: this.request.signal,
        headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
      });
      if (!response.ok) return this.close();
      const found = (await response.json()) as { items: readonly FoundCity[] };
      this.show(found.items);
    } catch {
      // Typed on, or no connection: the Search button still works.
      this.close();
    }
  }

  private show(cities: readonly FoundCity[]): void {
    this.cities = cities;
    this.active = -1;
    this.list.replaceChildren(...cities.map((city, index) => this.option(city, index)));
    this.list.hidden = cities.length === 0;
    this.box.setAttribute('aria-expanded', String(cities.length > 0));
    this.box.removeAttribute('aria-activedescendant');
    this.status.textContent = this.dataset[cities.length > 0 ? 'some' : 'none'] ?? '';
  }

  private option(city: FoundCity, index: number): HTMLElement {
    const item = this.make('li', {
      role: 'option',
      id: `${this.list.id}-${index}`,
      'aria-selected': 'false',
    });
    item.append(...described(city));
    // Before the box loses focus, which would close the list.
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.pick(city);
    });
    return item;
  }

  private walk(event: KeyboardEvent): void {
    const city = this.cities[this.active];
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && city && !this.list.hidden) this.pick(city);
    else if (event.key === 'ArrowDown' && !this.list.hidden) this.activate(this.active + 1);
    else if (event.key === 'ArrowUp' && !this.list.hidden) this.activate(Math.max(this.active, 0) - 1);
    else return;
    event.preventDefault();
  }

  private activate(index: number): void {
    const count = this.cities.length;
    this.active = (index + count) % count;
    for (const [at, item] of [...this.list.children].entries()) {
      item.setAttribute('aria-selected', String(at === this.active));
      if (at === this.active) item.scrollIntoView({ block: 'nearest' });
    }
    this.box.setAttribute('aria-activedescendant', `${this.list.id}-${this.active}`);
  }

  private pick(city: FoundCity): void {
    const id = `${this.box.id}-picked`;
    const radio = this.make('input', {
      type: 'radio',
      id,
      name: this.dataset['name'] ?? '',
      value: String(city.id),
    });
    radio.checked = true;
    const label = this.make('label', { for: id });
    label.append(...described(city));
    const choice = this.make('div', { class: 'choice' });
    choice.append(radio, label);
    this.querySelector('.options')?.replaceChildren(choice);
    this.box.value = city.name;
    this.close();
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private close(): void {
    clearTimeout(this.waiting);
    this.list.hidden = true;
    this.box.setAttribute('aria-expanded', 'false');
    this.box.removeAttribute('aria-activedescendant');
  }

  private make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Record<string, string>,
  ): HTMLElementTagNameMap[Tag] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
}

/** "Example city, Country · 1,250,000", as the server writes it. */
function described(city: FoundCity): Node[] {
  const locale = readerLocale();
  const country =
    new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(city.country) ?? city.country;
  const people = city.population ? ` · ${new Intl.NumberFormat(locale).format(city.population)}` : '';
  const name = document.createElement('bdi');
  name.textContent = city.name;
  const place = document.createElement('span');
  place.className = 'quiet';
  place.textContent = `${locale.startsWith('ar') ? '،' : ','} ${country}${people}`;
  return [name, place];
}
