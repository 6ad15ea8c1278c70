import { type CalendarDate, dayInUtc, parseCalendarDate } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import { get, type Route, type Visit } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { findBody, listBodies } from '../../store/bodies.ts';
import { BodiesPage } from './bodies-page.tsx';
import { BodyPage } from './body-page.tsx';
import { bodyForSystems, seatColumns } from './seats-file.ts';

export const routes: readonly Route[] = [
  get('/bodies', anyone, showBodies),
  get('/bodies.csv', anyone, async (visit) => {
    const asAt = asAtOf(visit).day;
    const lines = (await listBodies(visit.world.publicDb)).flatMap((body) =>
      body.seats.map((seat) => ({ seat, asAt, termMonths: body.termMonths, body: body.slug })),
    );
    return csvResponse('seats', [{ head: 'body', cell: (line) => line.body }, ...seatColumns], lines);
  }),
  get('/bodies.json', anyone, async (visit) => jsonResponse(await bodiesForSystems(visit), 'bodies')),
  get('/bodies/:slug', anyone, showBody),
  get('/bodies/:slug/seats.csv', anyone, async (visit) => {
    const asAt = asAtOf(visit).day;
    const { slug, seats, termMonths } = await bodyAsked(visit);
    return csvResponse(
      `${slug}-seats`,
      seatColumns,
      seats.map((seat) => ({ seat, asAt, termMonths })),
    );
  }),
  get('/bodies/:slug/seats.json', anyone, async (visit) => {
    const body = await bodyAsked(visit);
    return jsonResponse(bodyForSystems(body, asAtOf(visit).day), `${body.slug}-seats`);
  }),
];

/** What the API gives as well. */
export async function bodiesForSystems(visit: Visit) {
  const { day } = asAtOf(visit);
  const bodies = await listBodies(visit.world.publicDb);
  return { asAt: day, items: bodies.map((body) => bodyForSystems(body, day)) };
}

async function showBodies(visit: Visit): Promise<Response> {
  const { language } = visit;
  const bodies = await listBodies(visit.world.publicDb);
  const today = dayInUtc(visit.world.now());
  return visit.show({
    title: words(language)('bodies'),
    description: words(language)('bodies-lead'),
    body: <BodiesPage {...{ language, bodies, today }} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}

async function showBody(visit: Visit): Promise<Response> {
  const { language } = visit;
  const body = await bodyAsked(visit);
  const { day, today, notADay } = asAtOf(visit);
  return visit.show({
    title: body.name[language],
    description: body.purpose[language],
    body: <BodyPage {...{ language, body, today, notADay }} asAt={day} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
  });
}

async function bodyAsked(visit: Visit) {
  const body = await findBody(visit.world.publicDb, visit.param('slug'));
  if (!body) throw notFound();
  return body;
}

/** The day of `?as-at=`; today when none is asked for, or what is asked for is no day or lies ahead. */
function asAtOf(visit: Visit): { day: CalendarDate; today: CalendarDate; notADay: boolean } {
  const today = dayInUtc(visit.world.now());
  const asked = visit.query('as-at');
  const day = asked === undefined ? today : parseCalendarDate(asked);
  return day && day <= today ? { day, today, notADay: false } : { day: today, today, notADay: true };
}
