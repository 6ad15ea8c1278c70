import { citiesOf } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { defaultTitle } from '../rules/response.ts';
import { because } from '../../../kernel/refusal.ts';
import type { Task, TasksFor } from '../../../platform/tasks/task.ts';
import { whyNotRun } from '../permissions.ts';
import { freshnessOf } from '../rules/freshness.ts';
import { confirmBy } from '../rules/response.ts';
import { listSilentCities, listWaiting, type WaitingResponse } from '../store/waiting.ts';

/** What of open emergencies waits: for keepers, and for people of cities that are touched. */
export const tasksFor: TasksFor = async (tx, actor, now) => {
  const silent = await listSilentCities(tx, citiesOf(actor), now);
  const own: Task[] = silent.map(({ slug, cityId, city, wordings, publishedAt }) => ({
    what: because('emergency:task-note', { city, title: defaultTitle(wordings) }),
    path: `/portal/emergencies/${slug}/notes/new?city=${cityId}`,
    since: publishedAt,
    dueOn: null,
  }));
  if (whyNotRun(actor)) return own;
  const waiting = await listWaiting(tx);
  return [...own, ...waiting.flatMap((one) => keepersTasks(one, actor.personId, now))];
};

function keepersTasks(one: WaitingResponse, personId: string | null, now: Date): Task[] {
  const today = dayInUtc(now);
  const path = `/workspace/emergencies/${one.id}`;
  const title = defaultTitle(one.wordings);
  const some = (n: number, key: `emergency:${string}`, to: string, since = one.publishedAt): Task[] =>
    n === 0 ? [] : [{ what: because(key, { n, title }), path: `${path}${to}`, since, dueOn: null }];
  const old = one.resources.filter((resource) => freshnessOf(resource, today) !== 'fresh').length;
  const unconfirmed: Task[] =
    one.confirmedAt === null && one.publishedBy !== personId
      ? [
          {
            what: because('emergency:task-confirm', { title }),
            path,
            since: one.publishedAt,
            dueOn: dayInUtc(confirmBy(one.publishedAt)),
          },
        ]
      : [];
  return [
    ...unconfirmed,
    ...some(one.unverified, 'emergency:task-verify', '/help'),
    ...some(one.unhelped, 'emergency:task-match', '/help'),
    ...some(old, 'emergency:task-check', '/resources'),
    ...some(one.drafts.filter((by) => by !== personId).length, 'emergency:task-send', '/updates'),
  ];
}
