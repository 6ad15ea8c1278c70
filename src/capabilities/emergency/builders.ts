import { type Actor, anonymous, type Role } from '../../kernel/actor.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { aPerson, grantRoleTo } from '../people/builders.ts';
import { type SideSaid, askOrOffer } from './actions/ask-or-offer.ts';
import { moveResponse } from './actions/move-response.ts';
import { type Opened, openResponse } from './actions/open-response.ts';
import type { SideName } from './store/help.ts';
import { findRecord, type ResponseRecord } from './store/record.ts';

/** Somebody with a role whom the database knows. */
export async function aColleague(worker: World, name: string, role: Role, cityId?: string): Promise<Actor> {
  const personId = await aPerson(worker, { name });
  await grantRoleTo(worker, personId, role, cityId === undefined ? {} : { cityId });
  return {
    ...anonymous,
    personId,
    name,
    roles: [{ role, cityId: cityId ?? null, organisationId: null, until: null }],
    assurance: 'passkey',
    steppedUpAt: new Date(),
  };
}

export const flood: Omit<Opened, 'cityId'> = {
  title: 'Floods in the valley',
  what: 'The river rose in one night. People move to higher ground.',
  language: 'en',
  country: 'SL',
  languages: ['en'],
  startsOn: calendarDate('2026-11-01'),
};

/** A page that is out. @returns its id */
export async function aResponse(
  world: World,
  by: Actor,
  over: Partial<Opened> & { readonly cityId: string | null },
): Promise<string> {
  const id = await openResponse(world, by, { ...flood, ...over });
  await moveResponse(world, by, { id, move: 'publish' });
  return id;
}

/** Help asked or offered on its page. @returns the id of the need or offer */
export async function aSide(
  world: World,
  worker: World,
  side: SideName,
  said: Partial<SideSaid> & { readonly responseId: string; readonly cityId: string | null },
  actor: Actor = anonymous,
): Promise<string> {
  const reference = await askOrOffer(
    world,
    actor,
    side,
    {
      title: flood.title,
      organisation: null,
      kind: 'shelter',
      what: '200 beds for a month',
      details: 'In the school.',
      until: null,
      mayShow: true,
      urgency: 'emergency',
      name: 'Trial clerk',
      email: 'clerk@kenema.example',
      role: 'Clerk',
      language: 'en',
      ...said,
    },
    '192.0.2.7',
  );
  const record = await recordOf(worker, said.responseId);
  const found = (side === 'need' ? record.needs : record.offers).find((one) => one.reference === reference);
  if (!found) throw new Error(`no ${side} ${reference}`);
  return found.id;
}

/** All of it, as the worker sees it. */
export async function recordOf(worker: World, id: string): Promise<ResponseRecord> {
  const record = await reading(worker, systemActor, (tx) => findRecord(tx, { id }));
  if (!record) throw new Error(`no emergency ${id}`);
  return record;
}
