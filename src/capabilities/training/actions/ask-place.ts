import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { isTimeZone } from '../../../kernel/time-zone.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { hashToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { findEvent } from '../store/events.ts';
import { askPlace } from '../store/links.ts';
import { postEventLetter } from './letters.ts';
import { refuseAt } from './plan-event.ts';
import { linkToken } from './seat.ts';
import { refuseTooMany } from './strangers.ts';

export interface PlaceAsked {
  readonly eventId: string;
  readonly name: string;
  readonly email: string;
  readonly cityId: string | null;
  readonly language: Language;
  readonly timeZone: string;
  readonly accessNeeds: string | null;
}

/**
 * Asks for a place. Nothing counts before the mailed link is followed: nobody can fill an event with other people's addresses,
 * and the answer is the same whether an address is registered already or not.
 */
export async function askForPlace(
  world: World,
  actor: Actor,
  asked: PlaceAsked,
  network: string,
  once?: Submission,
): Promise<void> {
  if (!isTimeZone(asked.timeZone))
    refuseAt({ field: 'timeZone', reason: because('training:unknown-time-zone') });
  await refuseTooMany(world, network);
  await atomically(
    world,
    actor,
    async (tx) => {
      const hash = hashToken(linkToken(world, 'registration', asked.eventId, asked.email));
      const outcome = await askPlace(tx, { ...asked, id: world.newId(), hash });
      if (outcome === 'not-there') throw notFound();
      if (outcome === 'closed') throw new Refusal(because('training:registration-closed'), 409);
      const event = await findEvent(tx, asked.eventId);
      if (outcome === 'asked' && event) await postEventLetter(tx, world, asked, 'prove', event);
    },
    { once },
  );
}
