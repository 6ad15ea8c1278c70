import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotSay } from '../permissions.ts';
import { factName } from '../rules/fact-name.ts';
import type { FactKey } from '../rules/fact-kinds.ts';
import { findStanding } from '../store/statements.ts';
import { speakerFor } from './say-fact.ts';
import { settleAsking } from './settle-asking.ts';
import { tell } from './tell.ts';

interface Confirmation {
  readonly cityId: string;
  /** Each as it was read: what changed meanwhile cannot be confirmed unseen. */
  readonly facts: readonly { readonly kind: FactKey; readonly item: string; readonly version: number }[];
  readonly basis?: string | null;
}

/** "Still right": one fact or all old ones, in one press. */
export async function confirmFacts(
  world: World,
  actor: Actor,
  { cityId, facts, basis }: Confirmation,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSay(actor, cityId), 403);
      refuseIf(facts.length === 0 ? because('city-record:nothing-to-confirm') : undefined);
      const city = await findCity(tx, cityId);
      if (!city) throw notFound();
      const speaker = speakerFor(actor, cityId, basis);
      // In one order, so that two who confirm at once wait for each other instead of stopping each other.
      const ordered = facts.toSorted((a, b) =>
        factName(a.kind, a.item) < factName(b.kind, b.item) ? -1 : 1,
      );
      for (const { kind, item, version } of ordered) {
        const standing = await findStanding(tx, { cityId, kind, item });
        if (!standing?.value || standing.version !== version)
          throw new Refusal(because('city-record:changed-before-confirming'), 409);
        await tell(tx, world, { ...standing, value: standing.value }, speaker);
      }
      await settleAsking(tx, world, cityId);
      await recordAct(tx, world, actor, {
        kind: 'city-record.confirmed',
        subject: { kind: 'city-record', id: cityId },
        cityId,
        details: {
          city: city.name,
          n: facts.length,
          fact: ordered
            .map(({ kind, item }) => factName(kind, item))
            .join(', ')
            .slice(0, 300),
          kind: ordered.length === 1 ? (ordered[0]?.kind ?? '') : 'several',
        },
      });
    },
    { once },
  );
}
