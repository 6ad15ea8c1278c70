import { anonymous } from '../../../kernel/actor.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { atomically, reading, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { type Audience, followLink, openedBy } from '../store/links.ts';
import { countStranger, refuseGuesser } from './strangers.ts';

/** Who follows a secure link, and from where. */
export interface Follower {
  readonly token: string;
  readonly audience: Audience;
  readonly network: string;
}

/**
 * Reads what a secure link opens. One that is over, revoked or was never made, and one for somebody else, all look the same.
 * @param work gets the id of what is open: the case, the partner's request, or the case surveyed
 */
export async function readThroughLink<T>(
  world: World,
  follower: Follower,
  work: (tx: Tx, openId: string) => Promise<T>,
): Promise<T> {
  return await guarded(world, follower, () => reading(world, anonymous, (tx) => opened(tx, follower, work)));
}

/** Writes through one, once. */
export async function writeThroughLink<T>(
  world: World,
  follower: Follower,
  work: (tx: Tx, openId: string) => Promise<T>,
  once?: Submission,
): Promise<T> {
  return await guarded(world, follower, () =>
    atomically(world, anonymous, (tx) => opened(tx, follower, work), { once }),
  );
}

class Shut extends Error {}

async function opened<T>(
  tx: Tx,
  { token, audience }: Follower,
  work: (tx: Tx, openId: string) => Promise<T>,
): Promise<T> {
  if (!isToken(token)) throw new Shut();
  await followLink(tx, hashToken(token));
  const { caseId, requestId, surveyedCaseId } = await openedBy(tx);
  const openId = { requester: caseId, partner: requestId, survey: surveyedCaseId }[audience];
  if (openId === null) throw new Shut();
  return await work(tx, openId);
}

async function guarded<T>(world: World, { network }: Follower, work: () => Promise<T>): Promise<T> {
  await refuseGuesser(world, 'link', network);
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Shut)) throw error;
    await countStranger(world, 'link', network);
    throw notFound();
  }
}
