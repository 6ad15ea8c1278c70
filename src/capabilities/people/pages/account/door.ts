import { Refusal } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { whyNotChangeWaysIn } from '../../permissions.ts';
import { getStanding, type Standing } from '../../store/credentials.ts';

/** Lets those change how they sign in who may; sends those who must prove afresh to do so, and back to `page`. */
export async function changingWaysIn(
  visit: Visit,
  page: string,
  answer: (standing: Standing) => Promise<Response>,
): Promise<Response> {
  const { world, actor } = visit;
  const standing = await reading(world, actor, (tx) => getStanding(tx, actor.personId ?? ''));
  const reason = whyNotChangeWaysIn(actor, standing, world.now());
  if (!reason) return await answer(standing);
  if (reason.key === 'platform:step-up-needed')
    return visit.redirect(`/step-up?to=${encodeURIComponent(page)}`);
  throw new Refusal(reason, 403);
}
