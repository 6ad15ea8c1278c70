import { isUuid } from '../../../kernel/id.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { tryMailedCode } from '../store/sign-in.ts';
import type { Browser } from './browser.ts';
import { hashMailedCode } from './mail-sign-in-code.ts';
import { openSession, type SessionKey } from './open-session.ts';

/** A session that opens drafts only: whoever reads the mailbox can have it. */
export async function signInByCode(
  world: World,
  codeId: string,
  typed: string,
  browser: Browser,
): Promise<SessionKey> {
  const digits = typed.replaceAll(/\D/g, '');
  if (!isUuid(codeId)) throw new Refusal(because('people:code-over'), 410);
  const tried = await tryMailedCode(world.db, codeId, hashMailedCode(world, codeId, digits));
  if (tried.outcome === 'wrong') throw new Refusal(because('people:code-wrong'));
  if (tried.outcome !== 'right') throw new Refusal(because('people:code-over'), 410);
  return await openSession(world, tried, 'mailed-code', browser.device);
}
