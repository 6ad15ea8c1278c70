import { because, Refusal } from '../../../kernel/refusal.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { type Known, type LinkKind, peekLink, takeLink } from '../store/sign-in.ts';
import type { Browser } from './browser.ts';
import { openSession, type SessionKey } from './open-session.ts';

/** Whose link it is. Opening the page uses nothing up: programs that read mail open links too. */
export async function readLink(world: World, kind: LinkKind, token: string): Promise<Known> {
  const known = isUsable(world, kind, token) && (await peekLink(world.db, hashToken(token), kind));
  if (!known) throw new Refusal(because('people:link-over'), 410);
  return known;
}

/** A trial link opens a trial session; the operator's enrolment link one that can do no more than set up the first way in. */
export async function signInByLink(
  world: World,
  kind: LinkKind,
  token: string,
  browser: Browser,
): Promise<SessionKey> {
  const known = isUsable(world, kind, token) && (await takeLink(world.db, hashToken(token), kind));
  if (!known) throw new Refusal(because('people:link-over'), 410);
  return await openSession(world, known, kind === 'trial' ? 'trial-link' : 'mailed-code', browser.device);
}

function isUsable(world: World, kind: LinkKind, token: string): boolean {
  return isToken(token) && (kind !== 'trial' || world.config.mode === 'trial');
}
