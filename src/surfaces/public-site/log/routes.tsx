import { readFile } from 'node:fs/promises';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { shipped } from '../../../platform/config/project-root.ts';
import { get, type Route, type Visit } from '../../../platform/http/route.ts';
import { anyone } from '../../../platform/permissions/guard.ts';
import { currentCheckpoint, publishedFile } from '../../../platform/public-log/index.ts';
import { words } from '../../messages/index.ts';
import { LogPage } from './log-page.tsx';

/** The public log: what it is, its newest checkpoint, and the files a verifier reads. */
export const logRoutes: readonly Route[] = [
  get('/log', anyone, async (visit) => {
    const { world } = visit;
    const checkpoint = await currentCheckpoint(world.publicDb, world.logSigner);
    return visit.show({
      title: words(visit.language)('log.title'),
      body: <LogPage visit={visit} checkpoint={checkpoint} verifierKey={world.logSigner.verifierKey} />,
    });
  }),
  get('/log/leaf', anyone, (visit) => {
    const leaf = visit.query('leaf') ?? '';
    if (!/^\d{1,12}$/.test(leaf)) throw new Refusal(because('platform:not-a-number'));
    return visit.redirect(`/log/proof/${leaf}`);
  }),
  get('/log/verifier/:file{(?:verify|checks)\\.mjs}', anyone, async (visit) => {
    const program = await readFile(shipped(`verify/${visit.param('file')}`));
    return new Response(new Uint8Array(program), {
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
  }),
  get('/log/:path{.+}', anyone, sendFile),
];

async function sendFile(visit: Visit): Promise<Response> {
  const path = visit.url.pathname.slice('/log/'.length);
  const found = await publishedFile(visit.world.publicDb, visit.world.logSigner, path);
  if (!found) throw notFound();
  const headers: Record<string, string> = {
    'content-type': found.contentType,
    'cache-control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (path.startsWith('proof/'))
    headers['content-disposition'] = `attachment; filename="${path.replace('/', '-')}.tlog-proof"`;
  return new Response(typeof found.body === 'string' ? found.body : new Uint8Array(found.body), { headers });
}
