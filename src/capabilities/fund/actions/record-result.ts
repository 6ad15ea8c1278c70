import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { insertResult, type ResultWritten } from '../store/grants.ts';
import { citeFor, lockForChange, refuseAt, type SourceNamedByStaff } from './keep-grant.ts';

interface PublishedResult extends ResultWritten, SourceNamedByStaff {
  readonly grantId: string;
  readonly version: number;
}

/**
 * Records a result (or a target) that was published, in its own unit. It is not a claim of the ledger: that takes two persons.
 * Announces `grant-result-recorded` with `{resultId, grantId, cityId, value, unit, isTarget, date}`.
 * @returns the result's id
 */
export async function recordResult(
  world: World,
  actor: Actor,
  asked: PublishedResult,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const grant = await lockForChange(tx, actor, asked);
      if (asked.date.date > dayInUtc(world.now()))
        refuseAt({ field: 'date', reason: because('fund:result-ahead') });
      const id = world.newId();
      await insertResult(tx, id, grant, asked);
      await citeFor(tx, world, { kind: 'result', id, grant }, asked);
      const said = { value: asked.value, unit: asked.unit, isTarget: asked.isTarget, date: asked.date.date };
      await recordAct(tx, world, actor, {
        kind: 'fund.grant-result-recorded',
        subject: { kind: 'grant', id: grant.id },
        cityId: grant.cityId,
        // A message chooses its word by the unit, and such a choice has no hyphens.
        details: { city: grant.cityName, value: asked.value, unit: asked.unit.replaceAll('-', '_') },
      });
      await announce(tx, world, {
        kind: 'grant-result-recorded',
        payload: { resultId: id, grantId: grant.id, cityId: grant.cityId, ...said },
      });
      await appendLeaf(tx, {
        kind: 'grant-result-recorded',
        at: world.now(),
        body: { result: id, grant: grant.id, city: grant.geonamesId, ...said },
      });
      return id;
    },
    { once },
  );
}
