import type { Actor } from '../../../kernel/actor.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import { citeSources } from '../../library/index.ts';
import type { NewEngagement } from '../rules/engagement.ts';
import { insertEngagement } from '../store/engagements.ts';

/**
 * Notes what a city did with the council, for the capability whose record shows it: who may do so is for that capability to ask.
 * The same record told again changes nothing. Announces `engagement-recorded` with `{engagementId, cityId, kind, from, visibility}`.
 * @param sourceIds of the library; cited when the engagement is public
 * @returns the engagement's id
 */
export async function recordEngagement(
  tx: Tx,
  world: World,
  actor: Actor,
  engagement: NewEngagement,
  sourceIds: readonly string[] = [],
): Promise<string> {
  const { id, isNew } = await insertEngagement(tx, world.newId(), engagement, actor.personId);
  if (!isNew) return id;
  const { cityId, kind, when, object, visibility } = engagement;
  if (visibility === 'public') {
    const path = `/cities/${cityId}`;
    await citeSources(
      tx,
      { capability: 'city-registry', kind: 'engagement', id, label: object, path },
      sourceIds,
    );
  }
  await recordAct(tx, world, actor, {
    kind: 'city-registry.engagement-recorded',
    subject: { kind: 'engagement', id },
    cityId,
    details: { kind, object: object.en },
  });
  const from = when.from?.date ?? null;
  await announce(tx, world, {
    kind: 'engagement-recorded',
    payload: { engagementId: id, cityId, kind, from, visibility },
  });
  return id;
}
