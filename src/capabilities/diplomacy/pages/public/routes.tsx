import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import { get, type Route, type Visit } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { findForum, listForums } from '../../store/forums.ts';
import { ForumPage } from './forum-page.tsx';
import { editionColumns, forumForSystems, participationColumns } from './forums-file.ts';
import { ForumsPage } from './forums-page.tsx';

export const routes: readonly Route[] = [
  get('/forums', anyone, showForums),
  get('/forums.csv', anyone, async (visit) => {
    const lines = (await listForums(visit.world.publicDb)).flatMap((forum) =>
      forum.editions.map((edition) => ({ forum, edition })),
    );
    return csvResponse('forums', editionColumns, lines);
  }),
  get('/forums.json', anyone, async (visit) => jsonResponse(await forumsForSystems(visit), 'forums')),
  get('/forums/:slug', anyone, showForum),
  get('/forums/:slug/cities.csv', anyone, async (visit) => {
    const { slug, editions } = await forumAsked(visit);
    const lines = editions.flatMap((edition) =>
      edition.participations.map((participation) => ({ edition, participation })),
    );
    return csvResponse(`${slug}-cities`, participationColumns, lines);
  }),
];

/** What the API gives as well. */
export async function forumsForSystems(visit: Visit) {
  const forums = await listForums(visit.world.publicDb);
  return { items: forums.map(forumForSystems) };
}

async function showForums(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const forums = await listForums(world.publicDb);
  const today = dayInUtc(world.now());
  return visit.show({
    title: words(language)('forums'),
    description: words(language)('forums-lead'),
    body: <ForumsPage {...{ language, forums, today }} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}

async function showForum(visit: Visit): Promise<Response> {
  const { language } = visit;
  const forum = await forumAsked(visit);
  return visit.show({
    title: forum.name[language],
    body: <ForumPage {...{ language, forum }} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}

async function forumAsked(visit: Visit) {
  const forum = await findForum(visit.world.publicDb, visit.param('slug'));
  if (!forum) throw notFound();
  return forum;
}
