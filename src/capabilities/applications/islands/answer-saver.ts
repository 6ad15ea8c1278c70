import { sendFile } from './resumable.ts';

interface Conflict {
  readonly question: string;
  readonly by: string;
  readonly at: string;
  readonly version: number;
  readonly text: string;
}

interface Reply {
  readonly at: string;
  readonly versions: Readonly<Record<string, number>>;
  readonly conflicts: readonly Conflict[];
}

const pauseMs = 2500;
const longestWaitMs = 30_000;

/**
 * Saves each answer as it is left, or after a pause in typing. Without a connection the answers wait and are sent when it is back.
 * The form works without it, and its buttons go on working with it.
 */
export class AnswerSaver extends HTMLElement {
  private readonly waiting = new Set<string>();
  private timer = 0;
  private sending = false;
  private waitMs = 1000;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('input', (event) => this.note(event, pauseMs));
    form.addEventListener('change', (event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement && target.type === 'file') void this.upload(target);
      else this.note(event, 0);
    });
    addEventListener('online', () => this.later(0));
    addEventListener('beforeunload', (event) => {
      if (this.waiting.size > 0 && !form.dataset['sending']) event.preventDefault();
    });
  }

  private get form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  private seen(question: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[name="seen:${CSS.escape(question)}"]`);
  }

  private note({ target }: Event, wait: number): void {
    const name = (target as HTMLInputElement).name ?? '';
    const question = name.split('.', 1)[0] ?? '';
    if (!this.dataset['fields'] || !this.seen(question)) return;
    this.waiting.add(question);
    this.later(wait);
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), wait);
  }

  private say(key: string, value = ''): void {
    const status = this.querySelector<HTMLElement>('.save-state');
    if (!status) return;
    status.classList.toggle('unsaved', key !== 'saved');
    status.textContent = (this.dataset[key] ?? '').replace('#', value);
  }

  private async flush(): Promise<void> {
    if (this.sending || this.waiting.size === 0) return;
    this.sending = true;
    const questions = [...this.waiting];
    this.say('saving');
    try {
      const reply = await this.post(questions);
      for (const question of questions) this.waiting.delete(question);
      this.settle(reply);
      this.waitMs = 1000;
      if (this.waiting.size > 0) this.later(pauseMs);
    } catch (error) {
      if (error instanceof RangeError) {
        this.waiting.clear();
        this.say('refused');
      } else {
        this.say(navigator.onLine ? 'again' : 'offline', String(this.waiting.size));
        this.waitMs = Math.min(this.waitMs * 2, longestWaitMs);
        this.later(this.waitMs);
      }
    } finally {
      this.sending = false;
    }
  }

  /** @throws RangeError when the server said no; anything else is the connection and worth another try */
  private async post(questions: readonly string[]): Promise<Reply> {
    const said = new URLSearchParams({
      key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`.slice(0, 40),
    });
    for (const [name, value] of new FormData(this.form)) {
      const ours = questions.some(
        (one) => name === one || name.startsWith(`${one}.`) || name === `seen:${one}`,
      );
      if (ours && typeof value === 'string') said.append(name, value);
    }
    const answer = await fetch(this.dataset['fields'] ?? '', { method: 'POST', body: said });
    if (answer.status >= 500) throw new Error(String(answer.status));
    if (!answer.ok || answer.redirected || !answer.headers.get('content-type')?.includes('json'))
      throw new RangeError();
    return (await answer.json()) as Reply;
  }

  private settle({ at, versions, conflicts }: Reply): void {
    const torn = new Set(conflicts.map(({ question }) => question));
    for (const [question, version] of Object.entries(versions)) {
      const seen = this.seen(question);
      if (seen && !torn.has(question) && !this.waiting.has(question)) seen.value = String(version);
    }
    for (const conflict of conflicts) this.showBoth(conflict);
    const time = new Date(at).toLocaleTimeString(document.documentElement.lang, {
      hour: '2-digit',
      minute: '2-digit',
    });
    if (conflicts.length === 0) this.say('saved', time);
  }

  /** Both texts, one under the other, and a choice. Markup is made node by node: no text becomes markup. */
  private showBoth({ question, by, at, version, text }: Conflict): void {
    const field = this.form.elements.namedItem(question);
    const place = field instanceof HTMLElement ? field : this.seen(question);
    if (!place) return;
    this.querySelector(`[data-conflict="${CSS.escape(question)}"]`)?.remove();
    const box = document.createElement('div');
    box.className = 'notice signal';
    box.dataset['conflict'] = question;
    box.setAttribute('role', 'alert');
    const sentence = document.createElement('p');
    sentence.textContent = (this.dataset['theirs'] ?? '')
      .replace('##', new Date(at).toLocaleString())
      .replace('#', by);
    const theirs = document.createElement('p');
    theirs.className = 'as-typed';
    theirs.dir = 'auto';
    theirs.textContent = text;
    box.append(
      sentence,
      theirs,
      this.choice('keep', () => this.keep(question, version, box)),
    );
    if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text'))
      box.append(
        ' ',
        this.choice('take', () => this.take(field, text, question, version, box)),
      );
    place.before(box);
  }

  private choice(key: 'keep' | 'take', act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button plain';
    button.textContent = this.dataset[key] ?? '';
    button.addEventListener('click', act);
    return button;
  }

  private keep(question: string, version: number, box: HTMLElement): void {
    const seen = this.seen(question);
    if (seen) seen.value = String(version);
    box.remove();
    this.waiting.add(question);
    this.later(0);
  }

  private take(
    field: HTMLTextAreaElement | HTMLInputElement,
    text: string,
    question: string,
    version: number,
    box: HTMLElement,
  ): void {
    field.value = text;
    this.keep(question, version, box);
    field.focus();
  }

  private async upload(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    const to = this.dataset['uploads'];
    // Without a secure context nothing can be hashed here: the form's button sends the file whole.
    if (!file || !to || !globalThis.crypto?.subtle) return;
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    input.after(status);
    const say = (key: string, percent = 0) => {
      status.textContent = (this.dataset[key] ?? '').replace('##', String(percent)).replace('#', file.name);
    };
    const why = await sendFile(to, input.name.replace(/\.upload$/, ''), file, say);
    input.value = '';
    if (why) status.textContent = why;
    status.className = why ? 'error' : 'quiet';
  }
}
