import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotBudget } from '../permissions.ts';
import { findBudget, saveBudget } from '../store/contact-budget.ts';

interface BudgetSaid {
  /** Null for every city that has none of its own. */
  readonly cityId: string | null;
  readonly perMonth: number;
  readonly why: string | null;
  readonly version: number;
}

/** The director says how often a month the council may ask something of a city, or of all. */
export async function setBudget(
  world: World,
  actor: Actor,
  said: BudgetSaid,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotBudget(actor), 403);
      const city = said.cityId === null ? undefined : await findCity(tx, said.cityId);
      if (said.cityId !== null && !city) throw notFound();
      if (!(await saveBudget(tx, { ...said, id: world.newId() }, said.version, actor.personId))) {
        const now = await findBudget(tx, said.cityId);
        throw new Stale({ perMonth: String(now?.perMonth ?? ''), why: now?.why ?? '' }, now?.version ?? 0);
      }
      await recordAct(tx, world, actor, {
        kind: city ? 'programme.budget-of-city-set' : 'programme.budget-set',
        subject: { kind: 'contact-budget', id: said.cityId ?? 'default' },
        cityId: said.cityId,
        details: { n: said.perMonth, ...(city ? { city: city.name } : {}) },
      });
    },
    { once },
  );
}
