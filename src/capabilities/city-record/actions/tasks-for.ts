import { citiesOf } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import type { TasksFor } from '../../../platform/tasks/task.ts';
import { listCitiesByIds } from '../../city-registry/index.ts';
import { citySpeakers } from '../permissions.ts';
import { dueOn, isDue } from '../rules/freshness.ts';
import { factKinds } from '../rules/fact-kinds.ts';
import { factsOfCities } from '../store/facts.ts';

/** For a city's people: one task a city, from the day its first fact grew old. */
export const tasksFor: TasksFor = async (tx, actor, now) => {
  const cityIds = citiesOf(actor, ...citySpeakers);
  if (cityIds.length === 0) return [];
  const today = dayInUtc(now);
  const kinds = factKinds.map(({ key }) => key);
  const old = (await factsOfCities(tx, cityIds, kinds)).filter((fact) => isDue(fact, today));
  const cities = await listCitiesByIds(tx, cityIds);
  return cities.flatMap(({ id, name }) => {
    const days = old
      .filter(({ cityId }) => cityId === id)
      .map(dueOn)
      .toSorted();
    const [first] = days;
    if (!first) return [];
    return [
      {
        what: because('city-record:task.confirm', { city: name, n: days.length }),
        path: `/portal/cities/${id}/record`,
        since: new Date(`${first}T00:00:00Z`),
        dueOn: null,
      },
    ];
  });
};
