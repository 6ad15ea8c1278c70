import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeep } from '../permissions.ts';
import type { Activity } from '../rules/activity.ts';
import {
  type ActivitySaid,
  insertActivity,
  lockActivity,
  markClosed,
  updateActivity,
} from '../store/activities.ts';

/** @returns the activity's id */
export async function addActivity(
  world: World,
  actor: Actor,
  said: ActivitySaid,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeep(actor), 403);
      const id = world.newId();
      await insertActivity(tx, { id, announced: null, addedBy: actor.personId }, said);
      await recordAct(tx, world, actor, {
        kind: 'programme.activity-opened',
        subject: { kind: 'activity', id },
        details: { title: said.title.en },
      });
      return id;
    },
    { once },
  );
}

/** Locked, by somebody who keeps the programme. What another capability announced is changed there. */
async function ownActivity(tx: Tx, actor: Actor, id: string): Promise<Activity> {
  refuseIf(whyNotKeep(actor), 403);
  const activity = await lockActivity(tx, id);
  if (!activity) throw notFound();
  if (activity.announcedBy !== null) throw new Refusal(because('programme:announced-elsewhere'), 409);
  if (activity.closedAt !== null) throw new Refusal(because('programme:activity-over'), 409);
  return activity;
}

/** @param stale what each field of the form says now, for both texts to be shown */
export async function changeActivity(
  world: World,
  actor: Actor,
  said: ActivitySaid & { readonly id: string; readonly version: number },
  stale: (now: Activity) => Readonly<Record<string, string>>,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const now = await ownActivity(tx, actor, said.id);
      if (now.version !== said.version) throw new Stale(stale(now), now.version);
      await updateActivity(tx, said.id, said, null);
      await recordAct(tx, world, actor, {
        kind: 'programme.activity-changed',
        subject: { kind: 'activity', id: said.id },
        details: { title: said.title.en },
      });
    },
    { once },
  );
}

export async function closeActivity(
  world: World,
  actor: Actor,
  id: string,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const activity = await ownActivity(tx, actor, id);
      await markClosed(tx, id);
      await recordAct(tx, world, actor, {
        kind: 'programme.activity-closed',
        subject: { kind: 'activity', id },
        details: { title: activity.title.en },
      });
    },
    { once },
  );
}
