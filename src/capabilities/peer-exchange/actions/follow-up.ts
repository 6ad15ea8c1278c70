import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { hashToken, newToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { whyNotAnswerFor } from '../permissions.ts';
import type { ChangeSaid } from '../rules/follow-up.ts';
import { followUpByLink, openedByLink } from '../store/by-link.ts';
import { findExchange, listParticipants, oneAtATime } from '../store/exchanges.ts';
import { insertFollowUp, markFollowedUp, markFollowUpAsked } from '../store/follow-ups.ts';
import { namesOf, postFollowUp } from './letters.ts';
import { currentContacts } from './current-contacts.ts';
import { contactOf } from './settle-exchange.ts';
import { tellAnswered, tellAsked } from './tell-programme.ts';

/** Asks every city of an exchange what changed, each by its own link. */
export async function askWhatChanged(world: World, exchangeId: string): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    await oneAtATime(tx, exchangeId);
    const exchange = await findExchange(tx, exchangeId);
    if (exchange?.stage !== 'agreed' || exchange.followUpAskedAt) return;
    const names = await namesOf(tx, exchange.cityIds);
    for (const participant of await listParticipants(tx, [exchangeId])) {
      const token = newToken(world);
      await insertFollowUp(tx, exchangeId, participant.cityId, hashToken(token));
      const { cityId } = participant;
      for (const to of await currentContacts(tx, world, cityId, contactOf(participant)))
        await postFollowUp(tx, world, { to, cityId, exchange, names, token });
      await tellAsked(tx, world, {
        what: 'follow-up',
        exchangeId,
        cityId,
        city: names('en')(cityId),
        until: null,
      });
    }
    await markFollowUpAsked(tx, exchangeId);
    await recordAct(tx, world, systemActor, {
      kind: 'peer-exchange.asked-what-changed',
      subject: { kind: 'exchange', id: exchangeId },
    });
  });
}

/** By somebody who is signed in for the city. */
export async function sayWhatChanged(
  world: World,
  actor: Actor,
  said: ChangeSaid & { readonly exchangeId: string; readonly cityId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotAnswerFor(actor, said.cityId), 403);
      if (!(await markFollowedUp(tx, said, said, actor.personId)))
        throw new Refusal(because('peer-exchange:follow-up-answered'), 409);
      await noteChange(tx, world, actor, said);
    },
    { once },
  );
}

/** By whoever holds the city's letter. */
export async function sayWhatChangedByLink(
  world: World,
  token: string,
  said: ChangeSaid,
  once?: Submission,
): Promise<void> {
  const hash = hashToken(token);
  await atomically(
    world,
    anonymous,
    async (tx) => {
      const opened = await openedByLink(tx, hash);
      if (opened?.purpose !== 'follow-up') throw notFound();
      if (!(await followUpByLink(tx, hash, said)))
        throw new Refusal(because('peer-exchange:follow-up-answered'), 409);
      await noteChange(tx, world, anonymous, { ...said, ...opened });
    },
    { once },
  );
}

async function noteChange(
  tx: Tx,
  world: World,
  actor: Actor,
  {
    exchangeId,
    cityId,
    changed,
  }: Pick<ChangeSaid, 'changed'> & { readonly exchangeId: string; readonly cityId: string },
): Promise<void> {
  await recordAct(tx, world, actor, {
    kind: 'peer-exchange.followed-up',
    subject: { kind: 'exchange', id: exchangeId },
    cityId,
    details: { changed },
    ...(actor.personId ? {} : { capacity: 'link' }),
  });
  await tellAnswered(tx, world, { what: 'follow-up', exchangeId, cityId });
  await enqueue(tx, 'peer-exchange-settle', { exchangeId });
}
