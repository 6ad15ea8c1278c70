import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeep } from '../permissions.ts';
import { type Activity, standingOf } from '../rules/activity.ts';
import { findActivity } from '../store/activities.ts';
import { oneAtATime } from '../store/by-link.ts';
import { insertException } from '../store/exceptions.ts';
import { type Plan, planInvitations } from './plan-invitations.ts';
import { sendInvitation } from './send-invitation.ts';

/** So that one press stays one transaction of seconds. */
export const citiesAtOnce = 50;

interface Inviting {
  readonly activityId: string;
  readonly cityIds: readonly string[];
  /** Why cities beyond their budget are to be asked all the same. */
  readonly reason: string | null;
}

/**
 * Invites cities: all of them or, when one cannot be invited, none. Those beyond their contact budget go to the director with the reason.
 * @returns the batch, and how many letters went out and consents were asked
 */
export async function inviteCities(
  world: World,
  actor: Actor,
  said: Inviting,
  once?: Submission,
): Promise<{ batchId: string; sent: number; asked: number }> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeep(actor), 403);
      const activity = await findActivity(tx, said.activityId);
      if (!activity) throw notFound();
      const today = dayInUtc(world.now());
      if (standingOf(activity, today) === 'over') throw new Refusal(because('programme:activity-over'), 409);
      const cityIds = [...new Set(said.cityIds)].toSorted();
      if (cityIds.length === 0) throw new Refusal(because('programme:choose-a-city'));
      if (cityIds.length > citiesAtOnce)
        throw new Refusal(because('programme:too-many-at-once', { most: citiesAtOnce }));
      // Always in the same order, so that two who invite the same cities wait for each other and never for ever.
      for (const id of cityIds) await oneAtATime(tx, id);
      const plans = await planInvitations(tx, activity, cityIds, today);
      if (plans.length < cityIds.length) throw new Refusal(because('platform:unknown-reference'));
      refuseWhatCannotBe(plans, said.reason);
      const batchId = world.newId();
      const sendable = plans.filter(({ beyond }) => !beyond);
      for (const plan of sendable)
        if (!(await sendInvitation(tx, world, actor, { activity, plan, batchId, exceptionId: null })))
          throw new Refusal(because('programme:some-cannot-be-invited', { n: 1 }), 409);
      const beyond = plans.filter((plan) => plan.beyond);
      for (const plan of beyond) await askConsent(tx, world, actor, activity, plan, said.reason ?? '');
      return { batchId, sent: sendable.length, asked: beyond.length };
    },
    { once },
  );
}

function refuseWhatCannotBe(plans: readonly Plan[], reason: string | null): void {
  const refused = plans.filter((plan) => plan.refused).length;
  if (refused > 0) throw new Refusal(because('programme:some-cannot-be-invited', { n: refused }), 409);
  if (reason === null && plans.some(({ beyond }) => beyond))
    throw Object.assign(new Refusal(because('programme:reason-needed')), { field: 'reason' });
}

async function askConsent(
  tx: Tx,
  world: World,
  actor: Actor,
  activity: Activity,
  plan: Plan,
  reason: string,
): Promise<void> {
  await insertException(tx, {
    id: world.newId(),
    activityId: activity.id,
    cityId: plan.city.id,
    reason,
    used: plan.use.used,
    perMonth: plan.use.perMonth,
    askedBy: actor.personId,
    askedByName: actor.name,
  });
  await recordAct(tx, world, actor, {
    kind: 'programme.consent-asked',
    subject: { kind: 'activity', id: activity.id },
    cityId: plan.city.id,
    details: { city: plan.city.name, title: activity.title.en, used: plan.use.used, most: plan.use.perMonth },
  });
}
