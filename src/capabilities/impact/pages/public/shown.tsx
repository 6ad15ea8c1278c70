import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { listDefinitions } from '../../store/definitions.ts';
import { readEntryPage } from '../../store/entry-page.ts';
import { readImpactPage } from '../../store/impact-page.ts';
import { listPublished } from '../../store/published-page.ts';
import { readAsAt } from '../as-at.ts';
import { figureAsked } from './asked.ts';
import { DefinitionsPage } from './definitions-page.tsx';
import { EntryPage } from './entry-page.tsx';
import { FigurePage } from './figure-page.tsx';
import { ImpactPage } from './impact-page.tsx';
import { PublishedPage } from './published-page.tsx';

/** So many dots keep the page light; the file has all. */
const mostDots = 120;
const entriesOnPage = 25;

export async function showImpact(visit: Visit): Promise<Response> {
  const { world, language } = visit;
  const when = readAsAt(visit);
  const page = await readImpactPage(world.publicDb, { ...when, language, cities: mostDots });
  return visit.show(
    {
      title: words(language)('impact'),
      description: words(language)('impact-lead'),
      body: <ImpactPage {...{ page, language, ...when }} href={(path) => visit.href(path)} />,
      cacheSeconds: 60,
    },
    when.wrong === null ? 200 : 422,
  );
}

export async function showFigure(visit: Visit): Promise<Response> {
  const { language } = visit;
  const { page, ...when } = await figureAsked(visit, entriesOnPage);
  return visit.show(
    {
      title: page.figure.title[language],
      description: page.definition.counts[language],
      body: (
        <FigurePage
          {...{ page, language, ...when }}
          href={(path) => visit.href(path)}
          after={visit.query('after') ?? null}
        />
      ),
      cacheSeconds: 60,
    },
    when.wrong === null ? 200 : 422,
  );
}

export async function showEntry(visit: Visit): Promise<Response> {
  const { world, language } = visit;
  const id = visit.param('id');
  const page = isUuid(id) ? await readEntryPage(world.publicDb, id, language) : undefined;
  if (!page) throw notFound();
  return visit.show({
    title: page.entry.subjectName,
    description: page.entry.statement,
    body: <EntryPage {...{ page, language }} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}

export async function showDefinitions(visit: Visit): Promise<Response> {
  const { world, language } = visit;
  const definitions = await listDefinitions(world.publicDb);
  return visit.show({
    title: words(language)('all-definitions'),
    description: words(language)('definitions-lead'),
    body: <DefinitionsPage {...{ definitions, language }} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}

export async function showPublished(visit: Visit): Promise<Response> {
  const { world, language } = visit;
  const rows = await listPublished(world.publicDb);
  return visit.show({
    title: words(language)('all-published'),
    description: words(language)('published-lead'),
    body: <PublishedPage {...{ rows, language }} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}
