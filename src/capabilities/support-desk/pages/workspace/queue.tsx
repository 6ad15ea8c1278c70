import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { whyNotDesk } from '../../permissions.ts';
import { listColleagues } from '../../store/desk-people.ts';
import { listQueue } from '../../store/queue.ts';
import { countUnattended } from '../../store/waiting.ts';
import { answersOf, filterOf } from './queue-filter.ts';
import { QueuePage } from './queue-page.tsx';

const pageSize = 25;
const csvRows = 50_000;

/** What is due and whose, with what it is narrowed to in the address. */
export async function showQueue(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const page = Math.min(Math.max(Number.parseInt(visit.query('page') ?? '1', 10) || 1, 1), 10_000);
  const seen = await reading(world, actor, async (tx) => ({
    queue: await listQueue(tx, filterOf(visit), { page, size: pageSize }),
    colleagues: await listColleagues(tx),
    waiting: await countUnattended(tx),
  }));
  return visit.show({
    title: words(language)('desk'),
    body: (
      <QueuePage
        {...{ language, page, pageSize, ...seen }}
        href={(path) => visit.href(path)}
        answers={answersOf(visit)}
        today={dayInUtc(world.now())}
        mayWork={whyNotDesk(actor) === undefined}
      />
    ),
  });
}

/** The same rows, all of them. Notes, messages and addresses are not in it. */
export async function exportQueue(visit: Visit): Promise<Response> {
  const { queue } = await reading(visit.world, visit.actor, async (tx) => ({
    queue: await listQueue(tx, filterOf(visit), { page: 1, size: csvRows }),
  }));
  const response = csvResponse(
    'support-cases',
    [
      { head: 'reference', cell: (row) => row.reference },
      { head: 'subject', cell: (row) => row.subject },
      { head: 'city', cell: (row) => row.cityName },
      { head: 'country', cell: (row) => row.country },
      { head: 'global_south', cell: (row) => row.globalSouth },
      { head: 'secondary_city', cell: (row) => row.secondaryCity },
      { head: 'topic', cell: (row) => row.topic },
      { head: 'language', cell: (row) => row.language },
      { head: 'urgency', cell: (row) => row.urgency },
      { head: 'stage', cell: (row) => row.stage },
      { head: 'assignee', cell: (row) => row.assignee },
      { head: 'due_on', cell: (row) => row.dueOn },
      { head: 'opened_at', cell: (row) => row.openedAt },
      { head: 'first_reply_at', cell: (row) => row.firstReplyAt },
      { head: 'resolved_at', cell: (row) => row.resolvedAt },
      { head: 'outcome', cell: (row) => row.outcome },
    ],
    queue.cases,
  );
  response.headers.set('cache-control', 'no-store');
  return response;
}
