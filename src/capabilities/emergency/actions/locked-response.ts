import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, type Reason, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { whyNotRun } from '../permissions.ts';
import { findStanding, lockResponse, type Standing } from '../store/response.ts';

/** For keepers: the response held, or not there. */
export async function lockedResponse(tx: Tx, actor: Actor, id: string): Promise<Standing> {
  refuseIf(whyNotRun(actor), 403);
  const standing = await lockResponse(tx, id);
  if (!standing) throw notFound();
  return standing;
}

/** The same, while it may still be added to. */
export async function lockedAlive(tx: Tx, actor: Actor, id: string): Promise<Standing> {
  const standing = await lockedResponse(tx, actor, id);
  refuseIf(standing.stage === 'closed' ? because('emergency:not-open') : undefined);
  return standing;
}

/** For anybody: a published response, read without holding it. */
export async function openResponseOf(tx: Tx, id: string): Promise<Standing> {
  const standing = await findStanding(tx, id);
  if (!standing) throw notFound();
  refuseIf(standing.stage === 'published' ? undefined : because('emergency:not-open'));
  return standing;
}

/** A refusal that stands at its field. */
export function refuseAt(field: string, reason: Reason): never {
  throw Object.assign(new Refusal(reason), { field });
}
