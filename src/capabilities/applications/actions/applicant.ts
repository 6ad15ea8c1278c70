import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { atomically, reading, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { followLink, type Opened, openedByLink } from '../store/invitations.ts';

/** Who writes: somebody with a mandate for the city, or a colleague whose mailed link opens the draft. */
export interface Applicant {
  readonly actor: Actor;
  /** The token of an invitation; it opens one draft and sends nothing. */
  readonly link: string | null;
}

export function signedInApplicant(actor: Actor): Applicant {
  return { actor, link: null };
}

/** Whoever follows the link acts as nobody else: a session in the same browser does not widen it. */
export function invitedApplicant(token: string): Applicant {
  return { actor: anonymous, link: token };
}

type Work<T> = (tx: Tx, opened: Opened | undefined) => Promise<T>;

export async function readingAs<T>(world: World, applicant: Applicant, work: Work<T>): Promise<T> {
  return await reading(world, applicant.actor, async (tx) => await work(tx, await follow(tx, applicant)));
}

export async function writingAs<T>(
  world: World,
  applicant: Applicant,
  work: Work<T>,
  once?: Submission,
): Promise<T> {
  return await atomically(world, applicant.actor, async (tx) => await work(tx, await follow(tx, applicant)), {
    once,
  });
}

/** A link that is over, revoked or was never made looks like one to nothing. */
async function follow(tx: Tx, { link }: Applicant): Promise<Opened | undefined> {
  if (link === null) return undefined;
  if (!isToken(link)) throw notFound();
  await followLink(tx, hashToken(link));
  const opened = await openedByLink(tx);
  if (!opened) throw notFound();
  return opened;
}
