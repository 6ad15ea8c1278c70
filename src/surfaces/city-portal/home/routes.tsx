import { cityName, listCitiesByIds } from '../../../capabilities/city-registry/index.ts';
import { unreadHandOver } from '../../../capabilities/mandates/index.ts';
import { roleName } from '../../../capabilities/people/index.ts';
import { EmptyState } from '../../../design/empty-state.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { TasksDue } from '../../../design/tasks-due.tsx';
import { citiesOf, isSecretariat } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { get, type Route, type Visit } from '../../../platform/http/route.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { signedIn } from '../../../platform/permissions/guard.ts';
import type { Task, TasksFor } from '../../../platform/tasks/task.ts';
import { tasksWaiting } from '../../../platform/tasks/tasks-waiting.ts';
import { words } from '../../messages/index.ts';

/** What a person who is not of the secretariat sees first: what waits for them, what they may act as, and for which cities. */
export const portalRoutes = (sources: readonly TasksFor[]): readonly Route[] => [
  get('/start', signedIn, async (visit) => {
    if (isSecretariat(visit.actor)) return visit.redirect('/workspace');
    // Whoever is new in acting for a city first sees what is open for it.
    const cityId = await reading(visit.world, visit.actor, (tx) => unreadHandOver(tx, visit.actor));
    return visit.redirect(cityId ? `/portal/cities/${cityId}/hand-over` : '/portal');
  }),
  get('/portal', signedIn, async (visit) => {
    const ids = citiesOf(visit.actor);
    const { cities, tasks } = await reading(visit.world, visit.actor, async (tx) => ({
      cities: await listCitiesByIds(tx, ids),
      tasks: await tasksWaiting(tx, visit.actor, visit.world.now(), sources),
    }));
    const names = new Map(cities.map((city) => [city.id, cityName(visit.language, city)]));
    return visit.show({
      title: words(visit.language)('portal.title'),
      body: <PortalPage visit={visit} names={names} tasks={tasks} />,
    });
  }),
];

interface PortalProps {
  readonly visit: Visit;
  readonly names: ReadonlyMap<string, string>;
  readonly tasks: readonly Task[];
}

function PortalPage({ visit, names, tasks }: PortalProps) {
  const t = words(visit.language);
  const { roles, name } = visit.actor;
  return (
    <>
      <PageHead title={t('portal.welcome', { name })} />
      {names.size > 0 && (
        <section>
          <h2>{t('today.waiting')}</h2>
          <TasksDue
            today={dayInUtc(visit.world.now())}
            tasks={tasks.map(({ what, path, dueOn }) => ({
              key: `${path} ${what.key}`,
              title: explain(visit.language, what),
              href: visit.href(path),
              ...(dueOn ? { due: dueOn } : {}),
            }))}
            empty={
              <EmptyState title={t('today.nothing-waiting')}>{t('portal.nothing-waiting-why')}</EmptyState>
            }
          />
        </section>
      )}
      <section>
        <h2>{t('portal.your-roles')}</h2>
        {roles.length === 0 && (
          <EmptyState title={t('portal.no-roles')}>{t('portal.no-roles-why')}</EmptyState>
        )}
        <ul>
          {roles.map((held) => (
            <li key={`${held.role} ${held.cityId ?? ''}`}>
              {roleName(visit.language, held.role)}
              {held.cityId && names.has(held.cityId) && (
                <>
                  , <bdi>{names.get(held.cityId)}</bdi>
                </>
              )}
              ,{' '}
              {held.until
                ? t('portal.until', { date: formatDate(visit.language, held.until) })
                : t('portal.no-end')}
            </li>
          ))}
        </ul>
      </section>
      {names.size > 0 && (
        <section>
          <ul>
            {[...names].map(([id, city]) => (
              <li key={id}>
                <a href={visit.href(`/portal/cities/${id}/record`)}>{t('portal.own-record', { city })}</a> ·{' '}
                <a href={visit.href(`/cities/${id}`)}>{t('portal.city-record', { city })}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
