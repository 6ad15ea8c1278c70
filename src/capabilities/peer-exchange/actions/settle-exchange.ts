import { atomically, type Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { World } from '../../../world.ts';
import {
  type Contact,
  type Exchange,
  findExchange,
  listParticipants,
  markExchange,
  oneAtATime,
  type Participant,
} from '../store/exchanges.ts';
import { listFollowUps, markAllFollowedUp } from '../store/follow-ups.ts';
import { currentContacts } from './current-contacts.ts';
import { namesOf, postContacts, postNotThisTime } from './letters.ts';
import { tellAnswered } from './tell-programme.ts';

/** Looks at what the cities have answered and draws the conclusion, once. Run again it finds nothing left to do. */
export async function settleExchange(world: World, exchangeId: string): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    await oneAtATime(tx, exchangeId);
    const exchange = await findExchange(tx, exchangeId);
    if (exchange?.stage === 'asking') await settleConsent(tx, world, exchange);
    if (exchange?.stage === 'agreed' && exchange.followUpAskedAt && !exchange.followedUpAt) {
      const asked = await listFollowUps(tx, exchangeId);
      if (asked.every(({ answeredAt }) => answeredAt)) await markAllFollowedUp(tx, exchangeId);
    }
  });
}

async function settleConsent(tx: Tx, world: World, exchange: Exchange): Promise<void> {
  const participants = await listParticipants(tx, [exchange.id]);
  if (participants.some(({ answer }) => answer === 'no') || exchange.consentBy <= world.now())
    await endQuietly(tx, world, exchange, participants);
  else if (participants.every(({ answer }) => answer === 'yes'))
    await exchangeContacts(tx, world, exchange, participants);
}

/** The others hear "not this time", never who said no. Who said no hears nothing more. */
async function endQuietly(
  tx: Tx,
  world: World,
  exchange: Exchange,
  participants: readonly Participant[],
): Promise<void> {
  await markExchange(tx, exchange.id, 'not-this-time');
  await tellAnswered(tx, world, { what: 'introduction', exchangeId: exchange.id });
  const names = await namesOf(tx, exchange.cityIds);
  for (const participant of participants.filter(({ answer }) => answer !== 'no')) {
    const { cityId } = participant;
    for (const to of await currentContacts(tx, world, cityId, contactOf(participant)))
      await postNotThisTime(tx, world, { to, cityId, exchange, names });
  }
  await recordAct(tx, world, systemActor, {
    kind: 'peer-exchange.not-this-time',
    subject: { kind: 'exchange', id: exchange.id },
  });
}

async function exchangeContacts(
  tx: Tx,
  world: World,
  exchange: Exchange,
  participants: readonly Participant[],
): Promise<void> {
  await markExchange(tx, exchange.id, 'agreed');
  const names = await namesOf(tx, exchange.cityIds);
  const contacts: (Contact & { readonly cityId: string })[] = [];
  for (const participant of participants) {
    const { cityId } = participant;
    const current = await currentContacts(tx, world, cityId, contactOf(participant));
    contacts.push(...current.map((contact) => ({ ...contact, cityId })));
  }
  for (const to of contacts)
    await postContacts(tx, world, { to, exchange, cityId: to.cityId, contacts, names });
  await recordAct(tx, world, systemActor, {
    kind: 'peer-exchange.contacts-exchanged',
    subject: { kind: 'exchange', id: exchange.id },
  });
}

export function contactOf({ contactName, contactEmail, contactLanguage }: Participant): Contact {
  return { name: contactName, email: contactEmail, language: contactLanguage };
}
