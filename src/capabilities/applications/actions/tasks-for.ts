import { type Actor, citiesOf } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { Task, TasksFor } from '../../../platform/tasks/task.ts';
import { whyNotFund } from '../permissions.ts';
import type { Application } from '../rules/application.ts';
import { waitingFor } from '../rules/waiting.ts';
import { listOfCities } from '../store/applications.ts';
import { countUnanswered } from '../store/extensions.ts';
import { countOpenProposals } from '../store/move-proposals.ts';
import { countFilesMissing } from '../store/staff-list.ts';
import { signedInApplicant } from './applicant.ts';
import { openApplication } from './open-application.ts';

/** What of applications waits for the actor: a city's people see whose turn it is; the fund, what nobody has answered. */
export const tasksFor: TasksFor = async (tx, actor) => {
  const cities = citiesOf(actor);
  const ofCity: Task[] = [];
  for (const application of await listOfCities(tx, cities)) {
    const task = await cityTask(tx, actor, application);
    if (task) ofCity.push(task);
  }
  return [...ofCity, ...(whyNotFund(actor) ? [] : await fundTasks(tx, actor))];
};

async function cityTask(tx: Tx, actor: Actor, application: Application): Promise<Task | undefined> {
  if (!['draft', 'invited', 'submitted'].includes(application.state)) return undefined;
  const open = await openApplication(tx, signedInApplicant(actor), undefined, application.id);
  const filesMissing = open.part.status === 'committed' ? await countFilesMissing(tx, open.part.id) : 0;
  const { who, what } = waitingFor({
    state: application.state,
    part: open.part,
    participants: open.participants,
    signOff: open.signOff,
    problems: open.problems.length,
    stageIsOpen: open.stageIsOpen,
    filesMissing,
  });
  if (who === 'council' || who === 'nobody') return undefined;
  // Everybody of the city sees whose turn it is; the certifier's task is no other's.
  if (who === 'certifier' && open.role !== 'certifier') return undefined;
  return {
    what: because(`applications:task-${what}`, { n: open.problems.length }),
    path: `/portal/applications/${application.id}`,
    since: open.part.savedAt ?? application.stateSince,
    dueOn: dayInUtc(open.stage.closesAt),
  };
}

async function fundTasks(tx: Tx, actor: Actor): Promise<Task[]> {
  const extensions = await countUnanswered(tx);
  const proposals = await countOpenProposals(tx, actor.personId ?? '');
  const path = '/workspace/applications';
  const some = (key: string, { n, since }: { n: number; since: Date | null }): Task[] =>
    n > 0 && since ? [{ what: because(`applications:${key}`, { n }), path, since, dueOn: null }] : [];
  return [...some('task-extensions', extensions), ...some('task-proposals', proposals)];
}
