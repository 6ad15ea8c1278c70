import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { whyNotAnswerFor } from '../permissions.ts';
import { type Activity, standingOf } from '../rules/activity.ts';
import type { AnswerSaid, AnswerWord } from '../rules/answer.ts';
import { findActivity } from '../store/activities.ts';
import { settleAsks } from '../store/asks.ts';
import { answerByLink, openedByLink, type OpenedByLink } from '../store/by-link.ts';
import { findInvitation, markAnswer } from '../store/invitations.ts';

type Times = Pick<Activity, 'closesOn' | 'closedAt'>;

/** A yes or a "later" may change while the activity can be joined; a no stands. */
function refuseLate(world: World, activity: Times, before: AnswerWord | null): void {
  const today = dayInUtc(world.now());
  if (standingOf({ ...activity, opensOn: today }, today) === 'over')
    throw new Refusal(because('programme:activity-over'), 410);
  if (before === 'no') throw new Refusal(because('programme:no-stands'), 409);
}

function refuseUnclear(world: World, { answer, reason, laterOn }: AnswerSaid, { closesOn }: Times): void {
  const refuse = (field: string, key: 'say-why-no' | 'say-when' | 'later-is-past' | 'later-is-too-late') => {
    throw Object.assign(new Refusal(because(`programme:${key}`)), { field });
  };
  if (answer === 'no' && reason === null) refuse('reason', 'say-why-no');
  if (answer !== 'later') return;
  if (laterOn === null) return refuse('laterOn', 'say-when');
  if (laterOn <= dayInUtc(world.now())) refuse('laterOn', 'later-is-past');
  if (closesOn !== null && laterOn > closesOn) refuse('laterOn', 'later-is-too-late');
}

/** What a later answer leaves out: a date with a yes, a reason with none. */
function plain(said: AnswerSaid): AnswerSaid {
  return { ...said, laterOn: said.answer === 'later' ? said.laterOn : null };
}

/** By somebody who is signed in for the city. */
export async function answerInvitation(
  world: World,
  actor: Actor,
  said: AnswerSaid & { readonly invitationId: string; readonly cityId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotAnswerFor(actor, said.cityId), 404);
      const invitation = await findInvitation(tx, { id: said.invitationId });
      if (invitation?.cityId !== said.cityId) throw notFound();
      const activity = await findActivity(tx, invitation.activityId);
      if (!activity) throw notFound();
      refuseLate(world, activity, invitation.answer);
      refuseUnclear(world, said, activity);
      if (!(await markAnswer(tx, invitation.id, plain(said), actor.personId)))
        throw new Refusal(because('programme:no-stands'), 409);
      if (said.answer !== 'later')
        await settleAsks(tx, {
          askedBy: 'programme',
          record: `invitation ${invitation.id}`,
          cityId: said.cityId,
        });
      await noteAnswer(tx, world, actor, {
        activityId: activity.id,
        cityId: said.cityId,
        answer: said.answer,
      });
    },
    { once },
  );
}

/** What a mailed link opens. A wrong token and no token look alike. */
export async function readLink(world: World, token: string): Promise<OpenedByLink> {
  const opened = isToken(token) ? await openedByLink(world.db, hashToken(token)) : undefined;
  if (!opened) throw notFound();
  return opened;
}

/** By whoever holds the city's letter, after reading the page it opened: the link itself says nothing. */
export async function answerInvitationByLink(
  world: World,
  token: string,
  said: AnswerSaid,
  once?: Submission,
): Promise<void> {
  const hash = hashToken(token);
  await atomically(
    world,
    anonymous,
    async (tx) => {
      const opened = isToken(token) ? await openedByLink(tx, hash) : undefined;
      if (!opened) throw notFound();
      refuseLate(world, opened, opened.answer);
      refuseUnclear(world, said, opened);
      if (!(await answerByLink(tx, hash, plain(said))))
        throw new Refusal(because('programme:activity-over'), 410);
      await noteAnswer(tx, world, anonymous, { ...opened, answer: said.answer });
    },
    { once },
  );
}

async function noteAnswer(
  tx: Tx,
  world: World,
  actor: Actor,
  { activityId, cityId, answer }: { activityId: string; cityId: string; answer: AnswerWord },
): Promise<void> {
  await recordAct(tx, world, actor, {
    kind: 'programme.invitation-answered',
    subject: { kind: 'activity', id: activityId },
    cityId,
    details: { answer },
    ...(actor.personId ? {} : { capacity: 'link' }),
  });
}
