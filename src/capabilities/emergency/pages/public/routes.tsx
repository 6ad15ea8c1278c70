import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { anyone, visitors } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { listResponses } from '../../store/record.ts';
import { helpColumns, noteColumns, recordForSystems, resourceColumns } from '../files.ts';
import { frameOf, publicRecord } from '../frame.ts';
import { searchHelpCity, sendHelp, showHelp, showHelpReceived } from './help-form.tsx';
import { ListPage } from './list-page.tsx';
import { NotesPage } from './notes-page.tsx';
import { ResponsePage } from './response-page.tsx';
import { sendSubscription, sendWish, showSubscription, showWish, showWishSent } from './subscribe.tsx';

export const routes: readonly Route[] = [
  get('/emergencies', anyone, showList),
  get('/emergencies/updates/:token', anyone, showSubscription),
  post('/emergencies/updates/:token', anyone, sendSubscription),
  get('/emergencies/:slug', anyone, showResponse),
  get('/emergencies/:slug/notes', anyone, showNotes),
  get('/emergencies/:slug/resources.csv', anyone, async (visit) => {
    const { record, today } = frameOf(visit, await publicRecord(visit));
    return csvResponse(`${record.slug}-resources`, resourceColumns(today), record.resources);
  }),
  get('/emergencies/:slug/notes.csv', anyone, async (visit) => {
    const record = await publicRecord(visit);
    return csvResponse(`${record.slug}-notes`, noteColumns(record), record.notes);
  }),
  get('/emergencies/:slug/help.csv', anyone, async (visit) => {
    const record = await publicRecord(visit);
    return csvResponse(`${record.slug}-help`, helpColumns(record), record.pairings);
  }),
  get('/emergencies/:slug/record.json', anyone, async (visit) => {
    const record = await publicRecord(visit);
    return jsonResponse(recordForSystems(record), record.slug);
  }),
  ...(['ask', 'offer'] as const).flatMap((door) => [
    get(`/emergencies/:slug/${door}`, visitors, (visit) => showHelp(visit, door)),
    post(`/emergencies/:slug/${door}`, visitors, (visit) => sendHelp(visit, door)),
    post(`/emergencies/:slug/${door}/city-search`, visitors, (visit) => searchHelpCity(visit, door)),
    get(`/emergencies/:slug/${door}/received`, anyone, (visit) => showHelpReceived(visit, door)),
  ]),
  get('/emergencies/:slug/updates', anyone, showWish),
  post('/emergencies/:slug/updates', anyone, sendWish),
  get('/emergencies/:slug/updates/sent', anyone, showWishSent),
];

async function showList(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const responses = await listResponses(world.publicDb);
  return visit.show({
    title: words(language)('emergencies'),
    description: words(language)('emergencies-lead'),
    body: <ListPage {...{ language, responses }} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}

async function showResponse(visit: Visit): Promise<Response> {
  const frame = frameOf(visit, await publicRecord(visit));
  const { title, what } = wordingFor(frame.record.wordings, visit.language);
  const page = Number(visit.query('page') ?? '1');
  const answers = {
    kind: visit.query('kind'),
    language: visit.query('language'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
  return visit.show({
    title,
    description: what.slice(0, 200),
    body: <ResponsePage {...frame} answers={answers} />,
    cacheSeconds: 60,
  });
}

async function showNotes(visit: Visit): Promise<Response> {
  const frame = frameOf(visit, await publicRecord(visit));
  const city = visit.query('city');
  const page = Math.max(1, Math.trunc(Number(visit.query('page') ?? '1')) || 1);
  const { title } = wordingFor(frame.record.wordings, visit.language);
  return visit.show({
    title: words(visit.language)('notes-of', { title }),
    body: <NotesPage {...frame} {...{ city, page }} />,
    cacheSeconds: 60,
  });
}
