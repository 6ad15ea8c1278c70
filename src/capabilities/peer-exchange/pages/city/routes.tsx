import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { TasksDue } from '../../../../design/tasks-due.tsx';
import { citiesOf } from '../../../../kernel/actor.ts';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { citySpeakers } from '../../permissions.ts';
import { tasksFor } from '../../actions/tasks-for.ts';
import { namedCities } from '../desk.ts';
import { sendAnswer } from '../exchange.tsx';
import { sendFollowUp, showFollowUp } from '../follow-up.tsx';
import { routesUnder } from '../shared-routes.ts';

const base = '/portal/exchange';
const speakers = holders(...citySpeakers);

export const routes: readonly Route[] = [
  get(base, speakers, showHome),
  ...routesUnder(base, speakers),
  post(`${base}/exchanges/:id/answers`, speakers, sendAnswer),
  get(`${base}/exchanges/:id/follow-ups/:city`, speakers, showFollowUp),
  post(`${base}/exchanges/:id/follow-ups/:city`, speakers, sendFollowUp),
];

/** What waits for the reader's cities, and the way to each city's page. */
async function showHome(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const ids = citiesOf(actor, ...citySpeakers);
  const { tasks, cities } = await reading(world, actor, async (tx) => ({
    tasks: await tasksFor(tx, actor, world.now()),
    cities: await namedCities(visit, tx, ids),
  }));
  return visit.show({
    title: t('exchange'),
    body: (
      <>
        <PageHead title={t('exchange')} lead={t('exchange-lead')} />
        <section>
          <h2>{t('waiting')}</h2>
          <TasksDue
            today={dayInUtc(world.now())}
            tasks={tasks.map(({ what, path, dueOn }) => ({
              key: `${path} ${what.key}`,
              title: explain(language, what),
              href: visit.href(path),
              ...(dueOn ? { due: dueOn } : {}),
            }))}
            empty={<EmptyState title={t('nothing-waits')}>{t('nothing-waits-why')}</EmptyState>}
          />
        </section>
        <section>
          <h2>{t('your-cities')}</h2>
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <a href={visit.href(`${base}/cities/${id}`)}>{cities.name(id)}</a>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  });
}
