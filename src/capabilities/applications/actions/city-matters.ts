import { because } from '../../../kernel/refusal.ts';
import type { CityMatters } from '../../../platform/tasks/city-matter.ts';
import { type ApplicationState, isOver } from '../../fund/index.ts';
import { listOfCities } from '../store/applications.ts';

/** A city's applications that are not over: whoever takes over goes on with them. */
export const cityMatters: CityMatters = async (tx, cityId) =>
  (await listOfCities(tx, [cityId]))
    .filter(({ state }) => !isOver(state as ApplicationState))
    .map(({ id, startedAt }) => ({
      what: because('applications:matter-application'),
      path: `/portal/applications/${id}`,
      workspacePath: `/workspace/applications/${id}`,
      since: startedAt,
      dueOn: null,
    }));
