import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotBudget, whyNotConsent } from '../permissions.ts';
import { standingOf } from '../rules/activity.ts';
import { findActivity } from '../store/activities.ts';
import { oneAtATime } from '../store/by-link.ts';
import { findException, lockWaitingException, markDecided } from '../store/exceptions.ts';
import { planInvitations } from './plan-invitations.ts';
import { sendInvitation } from './send-invitation.ts';

interface Decision {
  readonly exceptionId: string;
  readonly decision: 'yes' | 'no';
  readonly whyNot: string | null;
}

/** The second person: with a yes the invitation goes out at once. Quiet and "invited before" hold against the director, too. */
export async function decideException(
  world: World,
  actor: Actor,
  said: Decision,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotBudget(actor), 403);
      const exception = await findException(tx, said.exceptionId);
      if (!exception) throw notFound();
      refuseIf(whyNotConsent(actor, exception));
      // What is decided, row-level security locks for nobody any more.
      if (!(await lockWaitingException(tx, exception.id)))
        throw new Refusal(because('programme:consent-decided'), 409);
      const activity = await findActivity(tx, exception.activityId);
      if (!activity) throw notFound();
      if (said.decision === 'no' && said.whyNot === null)
        throw Object.assign(new Refusal(because('programme:say-why-not')), { field: 'whyNot' });
      if (!(await markDecided(tx, exception.id, said, actor.personId))) throw notFound();
      await recordAct(tx, world, actor, {
        kind: said.decision === 'yes' ? 'programme.consent-given' : 'programme.consent-refused',
        subject: { kind: 'activity', id: activity.id },
        cityId: exception.cityId,
        details: { title: activity.title.en },
      });
      if (said.decision === 'no') return;
      const today = dayInUtc(world.now());
      if (standingOf(activity, today) === 'over') throw new Refusal(because('programme:activity-over'), 409);
      await oneAtATime(tx, exception.cityId);
      const [plan] = await planInvitations(tx, activity, [exception.cityId], today);
      const sent =
        plan !== undefined &&
        !plan.refused &&
        (await sendInvitation(tx, world, actor, {
          activity,
          plan,
          batchId: world.newId(),
          exceptionId: exception.id,
          onBehalfOf: exception.askedByName,
        }));
      if (!sent) throw new Refusal(because('programme:some-cannot-be-invited', { n: 1 }), 409);
    },
    { once },
  );
}
