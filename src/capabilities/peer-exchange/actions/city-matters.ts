import { because } from '../../../kernel/refusal.ts';
import type { CityMatter, CityMatters } from '../../../platform/tasks/city-matter.ts';
import { listCitiesByIds } from '../../city-registry/index.ts';
import { listUnderway, listWaitingForCities } from '../store/waiting.ts';
import { pathOf } from './tasks-for.ts';

/** What a city has open with others: introductions to answer, exchanges, sessions, promised actions, what changed. */
export const cityMatters: CityMatters = async (tx, cityId, now) => {
  const underway = await listUnderway(tx, cityId, now);
  const waiting = await listWaitingForCities(tx, [cityId], now, 100);
  const ids = [cityId, ...underway.flatMap(({ cityIds }) => cityIds)];
  const names = new Map((await listCitiesByIds(tx, ids)).map(({ id, name }) => [id, name]));
  const others = (cityIds: readonly string[]) =>
    cityIds.flatMap((id) => (id === cityId ? [] : (names.get(id) ?? []))).join(', ');
  const begun = underway.map(({ kind, id, cityIds, since, day }): CityMatter => {
    const page = kind === 'exchange' ? `exchanges/${id}` : `sessions/${id}`;
    return {
      what: because(`peer-exchange:matter.${kind}`, { others: others(cityIds), day: day ?? '' }),
      path: `/portal/exchange/${page}`,
      workspacePath: `/workspace/exchange/${page}`,
      since,
      dueOn: day,
    };
  });
  const asked = waiting.map((one): CityMatter => {
    const what = because(`peer-exchange:task.${one.kind}`, {
      city: names.get(one.cityId ?? '') ?? '',
      about: one.about,
    });
    return { what, path: pathOf(one), since: one.since, dueOn: one.dueOn };
  });
  return [...begun, ...asked];
};
