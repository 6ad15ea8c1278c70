import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { seatKeepers, whyNotKeepSeats } from '../../permissions.ts';
import { findBody, listBodies } from '../../store/bodies.ts';
import { BodiesToKeep, BodyToKeep } from './bodies-page.tsx';
import { addNewSeat, searchCity, showNewSeat } from './new-seat.tsx';
import { sendCorrection, sendEnd, showSeat } from './seat.tsx';

const keepers = holders(...seatKeepers);

export const routes: readonly Route[] = [
  get('/workspace/governance/bodies', secretariat, showBodies),
  get('/workspace/governance/bodies/:slug', secretariat, showBody),
  get('/workspace/governance/bodies/:slug/seats/new', keepers, showNewSeat),
  post('/workspace/governance/bodies/:slug/seats', keepers, addNewSeat),
  post('/workspace/governance/bodies/:slug/seats/city-search', keepers, searchCity),
  get('/workspace/governance/seats/:id', secretariat, showSeat),
  post('/workspace/governance/seats/:id/end', keepers, sendEnd),
  post('/workspace/governance/seats/:id/correction', keepers, sendCorrection),
];

async function showBodies(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const bodies = await reading(world, actor, listBodies);
  return visit.show({
    title: words(language)('bodies'),
    body: (
      <BodiesToKeep
        {...{ language, bodies }}
        href={(path) => visit.href(path)}
        today={dayInUtc(world.now())}
      />
    ),
  });
}

async function showBody(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const body = await reading(world, actor, (tx) => findBody(tx, visit.param('slug')));
  if (!body) throw notFound();
  const mayChange = whyNotKeepSeats(actor) === undefined;
  return visit.show({
    title: body.name[language],
    body: (
      <BodyToKeep
        {...{ language, body, mayChange }}
        href={(path) => visit.href(path)}
        today={dayInUtc(world.now())}
      />
    ),
  });
}
