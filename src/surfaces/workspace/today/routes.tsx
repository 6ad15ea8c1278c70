import { ButtonLink } from '../../../design/button.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { TasksDue } from '../../../design/tasks-due.tsx';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { listActs, type RecordedAct } from '../../../platform/audit/act.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { get, type Route, type Visit } from '../../../platform/http/route.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { secretariat } from '../../../platform/permissions/guard.ts';
import type { Task, TasksFor } from '../../../platform/tasks/task.ts';
import { tasksWaiting } from '../../../platform/tasks/tasks-waiting.ts';
import { words } from '../../messages/index.ts';
import { ActsTable } from '../acts/acts-table.tsx';

/** The page the secretariat opens first: what waits for me, what is due, what was done. */
export function todayRoutes(sources: readonly TasksFor[]): readonly Route[] {
  return [
    get('/workspace', secretariat, async (visit) => {
      const { tasks, acts } = await reading(visit.world, visit.actor, async (tx) => {
        const tasks = await tasksWaiting(tx, visit.actor, visit.world.now(), sources);
        return { tasks, acts: await listActs(tx, { limit: 10 }) };
      });
      const title = words(visit.language)('today.title');
      return visit.show({ title, body: <TodayPage visit={visit} tasks={tasks} acts={acts} /> });
    }),
  ];
}

function TodayPage({
  visit,
  tasks,
  acts,
}: {
  visit: Visit;
  tasks: readonly Task[];
  acts: readonly RecordedAct[];
}) {
  const t = words(visit.language);
  return (
    <>
      <PageHead
        title={t('today.title')}
        next={<ButtonLink href={visit.href('/workspace/impact/claims/new')}>{t('today.propose')}</ButtonLink>}
      />
      <section>
        <h2>{t('today.waiting')}</h2>
        <TasksDue
          today={dayInUtc(visit.world.now())}
          tasks={tasks.map(({ what, path, since, dueOn }) => ({
            key: `${path} ${what.key}`,
            title: explain(visit.language, what),
            href: visit.href(path),
            about: t('today.since', { at: formatInstant(visit.language, since) }),
            ...(dueOn ? { due: dueOn } : {}),
          }))}
          empty={<EmptyState title={t('today.nothing-waiting')}>{t('today.nothing-waiting-why')}</EmptyState>}
        />
      </section>
      <section>
        <h2>{t('today.recent')}</h2>
        <ActsTable visit={visit} acts={acts} caption={t('today.recent')} />
        <p>
          <a href={visit.href('/workspace/acts')}>{t('today.all-acts')}</a>
        </p>
      </section>
    </>
  );
}
