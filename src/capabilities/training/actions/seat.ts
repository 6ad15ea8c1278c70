import { createHmac } from 'node:crypto';
import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { atomically, reading, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { followLink } from '../store/links.ts';

/** Where somebody sits in a course or event: by account, naming the record, or by the link that opens it. */
export interface Seat {
  readonly actor: Actor;
  /** Of the learning or registration, when by account. */
  readonly id?: string;
  readonly token?: string;
}

type Place = 'learning' | 'registration';

/**
 * The link's secret, made from what it opens: every letter can carry it, and the database keeps only its hash.
 * @param about the course or event
 */
export function linkToken(world: World, place: Place, about: string, email: string): string {
  return createHmac('sha256', world.secrets.keyFor('training links'))
    .update(`${place}\n${about}\n${email.toLowerCase()}`)
    .digest('base64url');
}

/** Reads what a seat opens. A link that opens nothing looks like a page that is not there. */
export async function fromSeat<T>(
  world: World,
  seat: Seat,
  place: Place,
  work: (tx: Tx, id: string) => Promise<T>,
): Promise<T> {
  return await reading(world, actorOf(seat), async (tx) => await work(tx, await sit(tx, seat, place)));
}

export async function actFromSeat<T>(
  world: World,
  seat: Seat,
  place: Place,
  work: (tx: Tx, id: string) => Promise<T>,
  once?: Submission,
): Promise<T> {
  return await atomically(world, actorOf(seat), async (tx) => await work(tx, await sit(tx, seat, place)), {
    once,
  });
}

/** Who holds a link acts as nobody: what they may do comes from the link alone. */
export function actorOf(seat: Seat): Actor {
  return seat.token === undefined ? seat.actor : anonymous;
}

async function sit(tx: Tx, { id, token }: Seat, place: Place): Promise<string> {
  if (token === undefined) return id ?? '';
  if (!isToken(token)) throw notFound();
  const opened = await followLink(tx, hashToken(token));
  const found = place === 'learning' ? opened.learningId : opened.registrationId;
  if (found === null) throw notFound();
  return found;
}
