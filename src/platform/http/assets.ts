import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { shipped } from '../config/project-root.ts';

/**
 * Style sheet, island script and pictures, made by `npm run build` into dist/assets. The names carry a hash of the
 * content, so browsers keep them for a year.
 */
const folder = shipped('dist/assets');

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** The address of an asset by its unhashed name, e.g. `site.css`. Before a build the plain name stands. */
export function assetPath(name: string): string {
  return `/assets/${hashedNames().get(name) ?? name}`;
}

let names: Map<string, string> | undefined;

function hashedNames(): Map<string, string> {
  names ??= new Map(files().map((file) => [file.replace(/\.[0-9a-f]{8}\./, '.'), file]));
  return names;
}

function files(): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

interface AssetRoute {
  readonly path: string;
  answer(c: { req: { raw: Request } }): Response;
}

export function assetRoutes(): AssetRoute[] {
  return files().map((file) => {
    const body = readFileSync(path.join(folder, file));
    const bodies = { br: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }) };
    return { path: `/assets/${file}`, answer: (c) => assetResponse(file, body, bodies, c.req.raw) };
  });
}

function assetResponse(
  file: string,
  body: Buffer,
  bodies: { br: Buffer; gzip: Buffer },
  request: Request,
): Response {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined;
  const headers: Record<string, string> = {
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  };
  if (encoding) headers['content-encoding'] = encoding;
  return new Response(new Uint8Array(encoding ? bodies[encoding] : body), { headers });
}
