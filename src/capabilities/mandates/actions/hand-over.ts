import { type Actor, citiesOf } from '../../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { CityMatter, CityMatters } from '../../../platform/tasks/city-matter.ts';
import type { Task, TasksFor } from '../../../platform/tasks/task.ts';
import type { World } from '../../../world.ts';
import { listCitiesByIds } from '../../city-registry/index.ts';
import { isKeeper, isOfCity, whyNotSeeCity } from '../permissions.ts';
import { listMandatesOfPerson } from '../store/grants.ts';
import { countDue } from '../store/queue.ts';
import { listRequestsOf } from '../store/requests.ts';
import { listEmptySeats, listUnread, markRead } from '../store/succession.ts';

const citiesAtMost = 20;

/** Everything that is open for a city, from all who have something: what is due first, then the oldest. */
export async function mattersOf(
  tx: Tx,
  sources: readonly CityMatters[],
  cityId: string,
  now: Date,
): Promise<CityMatter[]> {
  const found: CityMatter[] = [];
  for (const source of sources) found.push(...(await source(tx, cityId, now)));
  return found.toSorted(
    (a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.since.getTime() - b.since.getTime(),
  );
}

/** Somebody new has been shown what is open for the city. */
export async function markHandOverRead(
  world: World,
  actor: Actor,
  cityId: string,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSeeCity(actor, cityId), 404);
      if (!isOfCity(actor, cityId)) return null;
      await markRead(tx, actor.personId ?? '', cityId);
      await recordAct(tx, world, actor, {
        kind: 'mandates.hand-over-read',
        subject: { kind: 'city', id: cityId },
        cityId,
        details: { name: actor.name },
      });
      return null;
    },
    { once },
  );
}

/** The city whose open matters a new holder should see before anything else, if there is one. */
export async function unreadHandOver(tx: Tx, actor: Actor): Promise<string | undefined> {
  if (!actor.personId || actor.assurance === 'mailed-code') return undefined;
  const [first] = await listUnread(tx, actor.personId, citiesOf(actor));
  return first;
}

/**
 * For those who keep mandates: requests and reports that wait, and each city with open matters whose people are gone or going.
 * For a city's people: what is open when they begin, and their own mandate when it ends soon.
 */
export function tasksFor(sources: readonly CityMatters[]): TasksFor {
  return async (tx, actor, now) => [
    ...(isKeeper(actor) ? [...(await waitingTasks(tx, now)), ...(await emptySeats(tx, sources, now))] : []),
    ...(await ownTasks(tx, sources, actor, now)),
  ];
}

async function waitingTasks(tx: Tx, now: Date): Promise<Task[]> {
  const due = await countDue(tx, dayInUtc(now));
  const path = '/workspace/mandates?shows=';
  const requests = {
    what: because('mandates:task-requests', { n: due.requests }),
    path: `${path}requests`,
    since: due.since ?? now,
    dueOn: due.dueOn,
  };
  const reports = {
    what: because('mandates:task-reports', { n: due.reports }),
    path: `${path}reported`,
    since: due.reportedSince ?? now,
    dueOn: null,
  };
  return [...(due.requests > 0 ? [requests] : []), ...(due.reports > 0 ? [reports] : [])];
}

async function ownTasks(tx: Tx, sources: readonly CityMatters[], actor: Actor, now: Date): Promise<Task[]> {
  const { personId } = actor;
  if (!personId || citiesOf(actor).length === 0) return [];
  const today = dayInUtc(now);
  const soon = addDays(today, 60);
  const unread = await listUnread(tx, personId, citiesOf(actor));
  const mandates = await listMandatesOfPerson(tx, personId, today);
  const cities = await listCitiesByIds(tx, [...unread, ...mandates.map(({ cityId }) => cityId)]);
  const names = new Map(cities.map(({ id, name }) => [id, name]));
  const tasks: Task[] = [];
  for (const cityId of unread) {
    const matters = await mattersOf(tx, sources, cityId, now);
    if (matters.length === 0) continue;
    tasks.push({
      what: because('mandates:task-hand-over', { city: names.get(cityId) ?? '', n: matters.length }),
      path: `/portal/cities/${cityId}/hand-over`,
      since: now,
      dueOn: null,
    });
  }
  const asked = new Set((await listRequestsOf(tx, personId)).flatMap(({ renews }) => renews ?? []));
  const ending = mandates.filter(
    ({ to, isOver, grantId }) => to && !isOver && to <= soon && !asked.has(grantId),
  );
  const renewals = ending.map(({ cityId, grantId, to }) => ({
    what: because('mandates:task-renew', { city: names.get(cityId) ?? '' }),
    path: `/portal/mandates/grants/${grantId}/renewal`,
    since: now,
    dueOn: to,
  }));
  return [...tasks, ...renewals];
}

async function emptySeats(tx: Tx, sources: readonly CityMatters[], now: Date): Promise<Task[]> {
  const today = dayInUtc(now);
  const seats = await listEmptySeats(tx, today, citiesAtMost);
  const cities = await listCitiesByIds(
    tx,
    seats.map(({ cityId }) => cityId),
  );
  const tasks: Task[] = [];
  for (const { cityId, lastDay, isHeldToday } of seats) {
    const matters = await mattersOf(tx, sources, cityId, now);
    const city = cities.find(({ id }) => id === cityId);
    if (matters.length === 0 || !city) continue;
    tasks.push({
      what: because(isHeldToday ? 'mandates:task-emptying' : 'mandates:task-empty', {
        city: city.name,
        n: matters.length,
      }),
      path: `/workspace/mandates/cities/${cityId}`,
      since: new Date(`${lastDay}T00:00:00Z`),
      dueOn: isHeldToday ? lastDay : null,
    });
  }
  return tasks;
}
