import { citiesOf } from '../../../kernel/actor.ts';
import { because } from '../../../kernel/refusal.ts';
import type { TasksFor } from '../../../platform/tasks/task.ts';
import { listCitiesByIds } from '../../city-registry/index.ts';
import { citySpeakers, isMatchMaker } from '../permissions.ts';
import { listWaitingForCities, listWaitingForMatchMakers, type Waiting } from '../store/waiting.ts';

const atMost = 20;

/** For a city: introductions to answer, sessions to write up, actions it promised, what changed. For match-makers: rounds to confirm. */
export const tasksFor: TasksFor = async (tx, actor, now) => {
  const waiting = [
    ...(isMatchMaker(actor) ? await listWaitingForMatchMakers(tx, now, atMost) : []),
    ...(await listWaitingForCities(tx, citiesOf(actor, ...citySpeakers), now, atMost)),
  ];
  const cities = await listCitiesByIds(
    tx,
    waiting.flatMap(({ cityId }) => cityId ?? []),
  );
  const names = new Map(cities.map(({ id, name }) => [id, name]));
  return waiting.map((one) => ({
    what: because(`peer-exchange:task.${one.kind}`, {
      city: names.get(one.cityId ?? '') ?? '',
      about: one.about,
    }),
    path: pathOf(one),
    since: one.since,
    dueOn: one.dueOn,
  }));
};

export function pathOf({ kind, id, cityId }: Waiting): string {
  if (kind === 'confirm-round') return `/workspace/exchange/rounds/${id}`;
  if (kind === 'plan-session') return `/workspace/exchange/exchanges/${id}`;
  if (kind === 'record-session') return `/portal/exchange/sessions/${id}`;
  if (kind === 'follow-up') return `/portal/exchange/exchanges/${id}/follow-ups/${cityId}`;
  return `/portal/exchange/exchanges/${id}`;
}
