import { notFound } from '../../../../kernel/refusal.ts';
import { get, type Route, type Visit } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { findSourceCited, listPageOfSources } from '../../store/sources.ts';
import { SourcePage } from './source-page.tsx';
import { SourcesPage } from './sources-page.tsx';

const pageSize = 25;

export const routes: readonly Route[] = [
  get('/sources', anyone, showSources),
  get('/sources/:id', anyone, showSource),
];

async function showSources(visit: Visit): Promise<Response> {
  const { language } = visit;
  const href = (path: string) => visit.href(path);
  const page = Math.min(Math.max(1, Number.parseInt(visit.query('page') ?? '1', 10) || 1), 10_000);
  const filter = {
    search: visit.query('search')?.slice(0, 100),
    publisher: visit.query('publisher'),
    language: visit.query('language'),
  };
  const listing = await listPageOfSources(visit.world.publicDb, filter, { size: pageSize, number: page });
  return visit.show({
    title: words(language)('sources'),
    description: words(language)('sources-lead'),
    body: <SourcesPage {...{ language, href, filter, page, pageSize }} {...listing} />,
    cacheSeconds: 60,
  });
}

async function showSource(visit: Visit): Promise<Response> {
  const { language } = visit;
  const href = (path: string) => visit.href(path);
  const found = await findSourceCited(visit.world.publicDb, visit.param('id'));
  if (!found) throw notFound();
  return visit.show({
    title: found.source.title,
    body: <SourcePage {...{ language, href }} {...found} />,
    cacheSeconds: 60,
  });
}
