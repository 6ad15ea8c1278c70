import { citiesOf } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import type { Task, TasksFor } from '../../../platform/tasks/task.ts';
import { listCitiesByIds } from '../../city-registry/index.ts';
import { citySpeakers, mayBudget, whyNotConsent } from '../permissions.ts';
import { listWaitingExceptions } from '../store/exceptions.ts';
import { listWaitingInvitations } from '../store/waiting.ts';

const atMost = 20;

/** For a city: invitations to answer. For the director: invitations beyond a budget, to consent to or not. */
export const tasksFor: TasksFor = async (tx, actor, now) => {
  const today = dayInUtc(now);
  const invitations = await listWaitingInvitations(tx, citiesOf(actor, ...citySpeakers), today, atMost);
  const consents = mayBudget(actor)
    ? (await listWaitingExceptions(tx)).filter((one) => !whyNotConsent(actor, one)).slice(0, atMost)
    : [];
  const ids = [...invitations, ...consents].map(({ cityId }) => cityId);
  const names = new Map((await listCitiesByIds(tx, ids)).map(({ id, name }) => [id, name]));
  return [
    ...invitations.map(
      (one): Task => ({
        what: because('programme:task.answer-invitation', {
          city: names.get(one.cityId) ?? '',
          title: one.title.en,
        }),
        path: `/portal/cities/${one.cityId}/invitations/${one.id}`,
        since: one.invitedAt,
        dueOn: one.closesOn,
      }),
    ),
    ...consents.map(
      (one): Task => ({
        what: because('programme:task.consent', { city: names.get(one.cityId) ?? '', by: one.askedByName }),
        path: `/workspace/programme/consents/${one.id}`,
        since: one.askedAt,
        dueOn: null,
      }),
    ),
  ];
};
