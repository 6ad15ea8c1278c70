import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import type { Task, TasksFor } from '../../../platform/tasks/task.ts';
import { whyNotDesk } from '../permissions.ts';
import { countUnattended, listMine } from '../store/waiting.ts';

/** What of the desk waits for the actor: their cases that need them, then what waits for nobody in particular. */
export const tasksFor: TasksFor = async (tx, actor, now) => {
  if (whyNotDesk(actor) || !actor.personId) return [];
  const mine = await listMine(tx, actor.personId, 20);
  const waiting = await countUnattended(tx);
  const path = '/workspace/support';
  const some = (
    n: number,
    key: `support-desk:${string}`,
    to: string,
    since: Date | null,
    dueOn: CalendarDate | null = null,
  ): Task[] => (n > 0 ? [{ what: because(key, { n }), path: to, since: since ?? now, dueOn }] : []);
  return [
    ...mine.map(({ id, reference, subject, lastInboundAt, dueOn }) => ({
      what: because('support-desk:task-answer', { reference, subject: subject.slice(0, 80) }),
      path: `${path}/cases/${id}`,
      since: lastInboundAt,
      dueOn,
    })),
    ...some(
      waiting.cases,
      'support-desk:task-triage',
      `${path}?assignee=nobody&stage=desk`,
      waiting.casesSince,
      waiting.dueOn,
    ),
    ...some(waiting.mails, 'support-desk:task-tray', `${path}/tray`, waiting.mailsSince),
    ...some(waiting.apart, 'support-desk:task-apart', `${path}?stage=any`, waiting.apartSince),
    ...some(waiting.stale, 'support-desk:task-silent', `${path}?stage=alive`, waiting.staleSince),
  ];
};
