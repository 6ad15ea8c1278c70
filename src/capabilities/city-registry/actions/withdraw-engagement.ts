import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import { whyNotWithdraw } from '../permissions.ts';
import type { CityId } from '../rules/city.ts';
import { lockEngagement, markWithdrawn } from '../store/engagements.ts';

/**
 * Takes an engagement noted by hand out of sight; it stays in the record with the reason.
 * Announces `engagement-withdrawn` with `{engagementId, cityId}`. Gives the city's id.
 */
export async function withdrawEngagement(
  world: World,
  actor: Actor,
  engagementId: string,
  reason: string,
  once?: Submission,
): Promise<CityId> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const engagement = await lockEngagement(tx, engagementId);
      if (!engagement) throw notFound();
      refuseIf(whyNotWithdraw(actor, engagement));
      await markWithdrawn(tx, engagementId, reason);
      const { cityId } = engagement;
      await recordAct(tx, world, actor, {
        kind: 'city-registry.engagement-withdrawn',
        subject: { kind: 'engagement', id: engagementId },
        cityId,
        details: { reason },
      });
      await announce(tx, world, { kind: 'engagement-withdrawn', payload: { engagementId, cityId } });
      return cityId;
    },
    { once },
  );
}
