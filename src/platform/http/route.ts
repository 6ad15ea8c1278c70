import type { ComponentChildren } from 'preact';
import type { Actor } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import type { World } from '../../world.ts';
import type { Guard } from '../permissions/guard.ts';

/** What a page gives its surface; the surface draws the shell and menu around it. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly body: ComponentChildren;
  /** Which browser script the page loads, if any: the kit's islands (`true`) or one of its own. */
  readonly script?: boolean | 'passkey' | 'application';
  /** The page shows a form with problems: its title says so first. */
  readonly hasProblems?: boolean;
  /** How long shared caches may keep a public page, in seconds. */
  readonly cacheSeconds?: number;
}

/** One request, as a page sees it. */
export interface Visit {
  readonly world: World;
  readonly actor: Actor;
  readonly language: Language;
  readonly request: Request;
  /** The address without its language prefix. */
  readonly url: URL;
  /** A part of the path named in the route, e.g. `:id`. */
  readonly param: (name: string) => string;
  /** A word of the query, trimmed; undefined when absent or empty. */
  readonly query: (name: string) => string | undefined;
  /** The path in the reader's language: `/cities` becomes `/fr/cities`. */
  readonly href: (path: string) => string;
  readonly show: (page: Page, status?: number) => Response;
  /** Set when a form was refused: the page shown next carries this status. */
  refusedWith?: number;
  /** 303 to a path in the reader's language. */
  readonly redirect: (path: string) => Response;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly guard: Guard;
  readonly answer: (visit: Visit) => Response | Promise<Response>;
}

type Answer = Route['answer'];

export function get(path: string, guard: Guard, answer: Answer): Route {
  return { method: 'GET', path, guard, answer };
}

export function post(path: string, guard: Guard, answer: Answer): Route {
  return { method: 'POST', path, guard, answer };
}

/** One face of the platform: its pages, and the shell drawn around them. */
export interface Surface {
  readonly name: 'public-site' | 'city-portal' | 'workspace' | 'api';
  readonly routes: readonly Route[];
  /** The whole document as text, without the doctype. */
  draw(visit: Visit, page: Page): string;
}
