import { parseHTML } from 'linkedom';
import { render } from 'preact-render-to-string';
import { LanguageContext } from '../../src/design/language-context.ts';
import { type Actor, anonymous } from '../../src/kernel/actor.ts';
import type { Language } from '../../src/kernel/language.ts';
import { createApplication } from '../../src/platform/http/application.ts';
import { localPath, splitLanguage } from '../../src/platform/http/language-path.ts';
import type { Route, Surface } from '../../src/platform/http/route.ts';
import type { World } from '../../src/world.ts';

interface Asking {
  readonly actor?: Actor;
  readonly path: string;
  readonly language?: Language;
  /** Sends a POST with these answers; an idempotency key is added unless one is given. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
}

export interface SeenPage {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
  readonly document: Document;
}

/** Asks the real application, with only these routes mounted, as the given person. Faults fail the test. */
export async function visitPage(world: World, routes: readonly Route[], asking: Asking): Promise<SeenPage> {
  const surface: Surface = {
    name: 'public-site',
    routes,
    draw: (visit, page) =>
      render(
        <LanguageContext.Provider value={visit.language}>
          <html lang={visit.language}>
            <head>
              <title>{page.title}</title>
            </head>
            <body>
              <main>{page.body}</main>
            </body>
          </html>
        </LanguageContext.Provider>,
      ),
  };
  let fault: unknown;
  const app = createApplication({
    world,
    surfaces: [surface],
    identify: async () => asking.actor ?? anonymous,
    logFault: (_reference, error) => {
      fault = error;
    },
  });
  const response = await app.fetch(request(asking));
  if (fault) throw fault;
  const text = await response.text();
  const location = response.headers.get('location');
  return {
    status: response.status,
    location: location && splitLanguage(location).path,
    headers: response.headers,
    text,
    document: parseHTML(text || '<html></html>').document,
  };
}

function request({ path, language = 'en', form }: Asking): Request {
  const address = `http://localhost${localPath(language, path)}`;
  if (!form) return new Request(address);
  const body = new FormData();
  if (!('key' in form)) body.set('key', crypto.randomUUID());
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return new Request(address, { method: 'POST', body, headers: { origin: 'http://localhost' } });
}

/** The problems a page lists, as their sentences. */
export function problemsOn(page: SeenPage): string[] {
  return [...page.document.querySelectorAll('.error-summary li')].map(
    (item) => item.textContent?.trim() ?? '',
  );
}
