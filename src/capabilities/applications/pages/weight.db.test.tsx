import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { createApplication } from '../../../platform/http/application.ts';
import type { Surface } from '../../../platform/http/route.ts';
import type { World } from '../../../world.ts';
import { type Answers, postedOf } from '../../application-forms/index.ts';
import { aBegunApplication, fillIn, openAs } from '../builders.ts';
import { routes } from './city/routes.tsx';

let world: TestWorld;
let worker: World;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
});
afterAll(() => world.close());

/** Bytes on the wire, heads and all, both ways. */
async function exchange(
  port: number,
  at: string,
  body?: URLSearchParams,
): Promise<{ bytes: number; status: number }> {
  return await new Promise((resolve, reject) => {
    const sent = body?.toString() ?? '';
    const asked = request(
      {
        port,
        path: at,
        agent: false,
        method: body ? 'POST' : 'GET',
        headers: {
          'accept-encoding': 'br, gzip',
          origin: `http://localhost:${port}`,
          ...(body
            ? {
                'content-type': 'application/x-www-form-urlencoded',
                'content-length': Buffer.byteLength(sent),
              }
            : {}),
        },
      },
      (answer) => {
        const { socket } = answer;
        answer.resume();
        answer.on('end', () =>
          resolve({
            bytes: socket.bytesRead + socket.bytesWritten,
            status: answer.statusCode ?? 0,
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(sent);
  });
}

it('takes at most 300 KB over the wire for a whole application without files, first page to receipt', async () => {
  const begun = await aBegunApplication(world, worker);
  const words = Array.from({ length: 480 }, (_, n) => `word${(n * 7919) % 1000}`).join(' ');
  const long: Answers = { story: { kind: 'text', text: words } };
  await fillIn(world, begun, long);
  const { form, answers } = await openAs(world, begun.lead, begun.id);
  const state: { actor: Actor } = { actor: begun.lead };
  // The real routes under the shell of the portal; the shell itself cannot be known here, so its like is added: 3 KB.
  const { render } = await import('preact-render-to-string');
  const surface: Surface = {
    name: 'city-portal',
    routes,
    draw: (_visit, page) =>
      render(
        <html lang="en">
          <body>
            <main>{page.body}</main>
          </body>
        </html>,
      ),
  };
  const app = createApplication({
    world,
    surfaces: [surface],
    identify: async () => state.actor,
    logFault: () => undefined,
  });
  const server = serve({ fetch: app.fetch, port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const base = `/portal/applications/${begun.id}`;
  const shell = 3000;
  let total = assets();
  const go = async (at: string, body?: Record<string, string>) => {
    const { bytes, status } = await exchange(
      port,
      at,
      body && new URLSearchParams({ key: crypto.randomUUID(), ...body }),
    );
    expect([at, [200, 303].includes(status)]).toEqual([at, true]);
    total += bytes + (status === 200 ? shell : 0);
  };
  await go('/portal/applications');
  await go(base);
  for (const section of form.sections) {
    const seen = Object.fromEntries(section.questions.map(({ key }) => [`seen:${key}`, '1']));
    await go(`${base}/sections/${section.key}`);
    // Each answer once by itself, as the script does, then the whole section by its button.
    for (const { key } of section.questions)
      await go(`${base}/sections/${section.key}/fields`, {
        [`seen:${key}`]: '1',
        ...own(key, postedOf(section, answers)),
      });
    await go(`${base}/sections/${section.key}`, { ...seen, ...postedOf(section, answers), go: 'on' });
  }
  await go(`${base}/check`);
  await go(`${base}/signature-request`, {});
  state.actor = begun.certifier;
  await go(`${base}/check`);
  await go(`${base}/signature`);
  const { answersHash } = await import('../rules/canonical.ts');
  await go(`${base}/submission`, { seen: answersHash(answers), agreed: 'yes' });
  await go(`${base}/receipt`);
  await go(`${base}/receipt.tlog-proof`);
  server.close();
  console.log(`a whole application: ${Math.round(total / 1000)} KB over the wire`);
  expect(total).toBeLessThan(300_000);
}, 60_000);

function own(key: string, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name === key || name.startsWith(`${key}.`)),
  );
}

/** Style sheet and script, fetched once. */
function assets(): number {
  const root = path.resolve(import.meta.dirname, '../../..');
  return ['design/styles/main.css', 'capabilities/applications/islands/application.ts'].reduce(
    (sum, entry) => {
      const built = buildSync({
        entryPoints: [path.join(root, entry)],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        outdir: 'unused',
      });
      return sum + gzipSync(built.outputFiles[0]?.text ?? '', { level: 9 }).length;
    },
    0,
  );
}
