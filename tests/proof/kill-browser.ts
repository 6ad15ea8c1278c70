import { setTimeout as wait } from 'node:timers/promises';

/** What came of a form, however often it had to be sent. */
export interface Answer {
  readonly status: number;
  /** Where a 303 led, without the platform's address. */
  readonly location: string;
  readonly text: string;
  readonly tries: number;
}

/** A person with a plain browser: it keeps its cookie, and sends a form again when the line broke or the platform was away. */
export class Browser {
  readonly #address: string;
  #cookie = '';
  /** Told of every answer, with the moment its request began. */
  #onAnswer: (began: number) => void;

  constructor(address: string, onAnswer: (began: number) => void = () => undefined) {
    this.#address = address;
    this.#onAnswer = onAnswer;
  }

  /** @throws Error when the platform stays away for a minute */
  async open(path: string): Promise<Answer> {
    return await this.#persist(path, { method: 'GET' });
  }

  /** The same fields, key included, until an answer comes that is not a failure of the platform. */
  async send(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return await this.#persist(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async signIn(link: string): Promise<void> {
    const { pathname } = new URL(link);
    const answer = await this.send(pathname, {});
    if (answer.status !== 303 || !this.#cookie)
      throw new Error(`The link did not sign in: ${answer.status} ${answer.text.slice(0, 300)}`);
  }

  async #persist(path: string, request: RequestInit): Promise<Answer> {
    const deadline = Date.now() + 60_000;
    for (let tries = 1; ; tries++) {
      const began = Date.now();
      const answer = await this.#once(path, request, tries);
      if (answer && answer.status < 500) {
        this.#onAnswer(began);
        return answer;
      }
      if (Date.now() > deadline)
        throw new Error(
          `${path} was away for a minute: ${answer ? `${answer.status} ${answer.text.slice(0, 500)}` : 'no answer'}`,
        );
      await wait(250);
    }
  }

  async #once(path: string, request: RequestInit, tries: number): Promise<Answer | undefined> {
    try {
      const response = await fetch(this.#address + path, {
        ...request,
        redirect: 'manual',
        headers: { origin: this.#address, ...(this.#cookie ? { cookie: this.#cookie } : {}) },
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      const given = response.headers.getSetCookie().find((cookie) => cookie.startsWith('session='));
      if (given) this.#cookie = given.split(';')[0] ?? '';
      const location = (response.headers.get('location') ?? '').replace(this.#address, '');
      return { status: response.status, location, text, tries };
    } catch {
      return undefined;
    }
  }
}

/** The hidden answers a form carries, its key among them. */
export function hiddenFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const [type, name, value] = [of('type'), of('name'), of('value')];
    if (type === 'hidden' && name) fields[name] = value ?? '';
  }
  return fields;
}
