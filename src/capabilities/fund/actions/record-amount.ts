import type { Actor } from '../../../kernel/actor.ts';
import { type Money, sameCurrency } from '../../../kernel/money.ts';
import { because } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { formatMoney } from '../../../platform/languages/format.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { reviseAmount } from '../store/grants.ts';
import { citeFor, lockForChange, refuseAt, type SourceNamedByStaff } from './keep-grant.ts';

interface KnownAmount extends SourceNamedByStaff {
  readonly grantId: string;
  readonly version: number;
  readonly amount: Money;
  readonly reason: string;
}

/**
 * Records what a grant really was, once a source states it. A ceiling stays what it is.
 * Announces `grant-amount-recorded` with `{grantId, cityId, amountMinor, currency}`.
 */
export async function recordAmount(
  world: World,
  actor: Actor,
  asked: KnownAmount,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const grant = await lockForChange(tx, actor, asked);
      const { amount } = asked;
      if (grant.ceiling && !sameCurrency(grant.ceiling, amount))
        refuseAt({
          field: 'amountCurrency',
          reason: because('fund:other-currency', { currency: grant.ceiling.currency }),
        });
      if (grant.ceiling && amount.amountMinor > grant.ceiling.amountMinor)
        refuseAt({ field: 'amount', reason: because('fund:above-ceiling') });
      const sourceId = await citeFor(tx, world, { kind: 'grant', id: grant.id, grant }, asked);
      await reviseAmount(tx, grant, amount, { reason: asked.reason, sourceId, by: actor.personId });
      const said = { amountMinor: String(amount.amountMinor), currency: amount.currency };
      await recordAct(tx, world, actor, {
        kind: 'fund.grant-amount-recorded',
        subject: { kind: 'grant', id: grant.id },
        cityId: grant.cityId,
        details: { city: grant.cityName, amount: formatMoney('en', amount), reason: asked.reason },
      });
      await announce(tx, world, {
        kind: 'grant-amount-recorded',
        payload: { grantId: grant.id, cityId: grant.cityId, ...said },
      });
      await appendLeaf(tx, {
        kind: 'grant-amount-recorded',
        at: world.now(),
        body: { grant: grant.id, city: grant.geonamesId, ...said },
      });
    },
    { once },
  );
}
