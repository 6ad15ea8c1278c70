import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { Actor } from '../../kernel/actor.ts';
import { anonymous } from '../../kernel/actor.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import { assetRoutes } from './assets.ts';
import { compressed } from './compression.ts';
import { securityHeaders, strictTransport } from './headers.ts';
import { localPath, splitLanguage } from './language-path.ts';
import type { Page, Route, Surface, Visit } from './route.ts';
import { refusalPage } from './trouble-pages.tsx';

export interface ApplicationParts {
  readonly world: World;
  readonly surfaces: readonly Surface[];
  /** Who sends the request, by its session; anonymous when there is none. */
  identify(world: World, request: Request): Promise<Actor>;
  /** Writes a fault to the operator's log, once. */
  logFault(reference: string, error: unknown, request: Request): void;
}

const wholeBodyLimit = 32 * 1024 * 1024;

/** All surfaces as one function from request to answer. */
export function createApplication(parts: ApplicationParts): Hono {
  const app = new Hono({ getPath: (request) => splitLanguage(new URL(request.url).pathname).path });
  const headers = parts.world.config.publicUrl.startsWith('https:')
    ? [...securityHeaders, strictTransport]
    : securityHeaders;
  app.use(async (c, next) => {
    // On Node's own answer they cost nothing; on the Response each would make Hono's quick copy a slow one.
    const outgoing = (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing;
    if (outgoing) for (const [name, value] of headers) outgoing.setHeader(name, value);
    await next();
    const answer = await compressed(c.req.raw, c.res);
    // Hono would copy an answer set again, its body through a stream: a third of the work of a small one.
    if (answer !== c.res) {
      c.res = undefined;
      c.res = answer;
    }
    if (outgoing) return;
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.use(
    csrf({
      origin: (origin, c) => origin === new URL(c.req.url).origin || origin === parts.world.config.publicUrl,
    }),
  );
  for (const asset of assetRoutes()) app.get(asset.path, (c) => asset.answer(c));
  for (const surface of parts.surfaces) {
    for (const route of surface.routes) {
      app.on(route.method, route.path, (c) =>
        answerRoute(parts, surface, route, c.req.raw, (name) => c.req.param(name) ?? ''),
      );
    }
  }
  const fallback = parts.surfaces[0];
  if (!fallback) throw new Error('an application needs a surface');
  app.notFound((c) =>
    trouble(parts, fallback, c.req.raw, anonymous, new Refusal(because('platform:not-found'), 404)),
  );
  app.onError((error, c) => trouble(parts, fallback, c.req.raw, anonymous, error));
  return app;
}

async function answerRoute(
  parts: ApplicationParts,
  surface: Surface,
  route: Route,
  request: Request,
  param: (name: string) => string,
): Promise<Response> {
  let actor = anonymous;
  try {
    if (Number(request.headers.get('content-length') ?? '0') > wholeBodyLimit)
      throw new Refusal(because('platform:too-large'), 422);
    if (route.guard.looksAtActor) actor = await parts.identify(parts.world, request);
    const visit = makeVisit(parts.world, surface, request, actor, param);
    const admission = route.guard.admits(actor, parts.world.now());
    if (admission === 'yes') {
      const response = await route.answer(visit);
      if (route.guard.looksAtActor) response.headers.set('cache-control', 'no-store');
      return response;
    }
    if (surface.name === 'api')
      return Response.json({ error: admission }, { status: admission === 'sign-in' ? 401 : 403 });
    if (admission === 'no') throw new Refusal(because('platform:not-found'), 404);
    const back = request.method === 'GET' ? visit.url.pathname + visit.url.search : '/workspace';
    return visit.redirect(`/${admission}?to=${encodeURIComponent(back)}`);
  } catch (error) {
    return trouble(parts, surface, request, actor, error, param);
  }
}

export function makeVisit(
  world: World,
  surface: Surface,
  request: Request,
  actor: Actor,
  param: (name: string) => string,
): Visit {
  const url = new URL(request.url);
  const { language, path } = splitLanguage(url.pathname);
  url.pathname = path;
  const href = (to: string) => localPath(language, to);
  const visit: Visit = {
    world,
    actor,
    language,
    request,
    url,
    param,
    query: (name) => url.searchParams.get(name)?.trim() || undefined,
    href,
    show: (page, status = 200) => showPage(surface, visit, page, status),
    redirect: (to) => new Response(null, { status: 303, headers: { location: href(to) } }),
  };
  return visit;
}

function showPage(surface: Surface, visit: Visit, page: Page, status: number): Response {
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': visit.language,
  };
  headers['cache-control'] = page.cacheSeconds ? `public, max-age=${page.cacheSeconds}` : 'no-cache';
  const hasProblems = page.hasProblems ?? visit.refusedWith !== undefined;
  return new Response(`<!doctype html>${surface.draw(visit, { ...page, hasProblems })}`, {
    status: visit.refusedWith ?? status,
    headers,
  });
}

/** The one place that knows the three kinds of trouble: refusals say their sentence, the rest is a fault with a reference. */
function trouble(
  parts: ApplicationParts,
  surface: Surface,
  request: Request,
  actor: Actor,
  error: unknown,
  param: (name: string) => string = () => '',
): Response {
  if (error instanceof Error && 'getResponse' in error && typeof error.getResponse === 'function')
    return error.getResponse() as Response;
  const visit = makeVisit(parts.world, surface, request, actor, param);
  if (error instanceof Refusal) {
    if (surface.name === 'api')
      return Response.json(
        { error: error.reason.key, values: error.reason.values },
        { status: error.status },
      );
    return visit.show(refusalPage(visit, error.reason, error.status), error.status);
  }
  const reference = randomBytes(5).toString('hex');
  parts.logFault(reference, error, request);
  const away = isDatabaseAway(error);
  const status = away ? 503 : 500;
  const reason = because(away ? 'platform:away' : 'platform:fault', { reference });
  const response =
    surface.name === 'api'
      ? Response.json({ error: reason.key, reference }, { status })
      : visit.show(refusalPage(visit, reason, status), status);
  if (away) response.headers.set('retry-after', '5');
  return response;
}

/** The server is starting, stopping or gone: asking again in a moment helps. */
function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    /^(?:57P0|08|53300|ECONN|ENOENT|EPIPE)/.test(code) ||
    /terminated unexpectedly|is not queryable|timeout exceeded when trying to connect/.test(message)
  );
}
