import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import { whyNotApprove, whyNotKeepWindows, whyNotTakeBack } from '../permissions.ts';
import { eligibilityOf } from '../store/eligibility.ts';
import { insertScreening, lockScreening, markScreening, type Screening } from '../store/screenings.ts';
import { refuseAt } from './keep-grant.ts';

interface Screened {
  readonly windowId: string;
  readonly cityId: string;
  readonly outcome: 'eligible' | 'not-eligible';
  readonly reason: string | null;
}

/**
 * Staff confirm what the rules say of a city, or say otherwise with a reason: against the rules a second person must agree.
 * Announces `fund-city-screened` `{windowId, cityId, outcome, screeningId}` once it stands.
 */
export async function screenCity(
  world: World,
  actor: Actor,
  { windowId, cityId, outcome, reason }: Screened,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeepWindows(actor), 403);
      const found = await eligibilityOf(tx, windowId, cityId);
      if (!found) throw notFound();
      if (found.verdict !== outcome && reason === null)
        refuseAt({ field: 'reason', reason: because('fund:reason-needed') });
      const stands = found.verdict === outcome || found.verdict === 'needs-a-look';
      const id = world.newId();
      const inserted = await insertScreening(tx, {
        id,
        windowId,
        cityId,
        computed: found.verdict,
        findings: found.findings,
        outcome,
        reason,
        by: actor.personId,
        stands,
      });
      if (!inserted) throw new Refusal(because('fund:same-is-waiting'), 409);
      await recordAct(tx, world, actor, {
        kind: stands ? 'fund.city-screened' : 'fund.override-proposed',
        subject: { kind: 'screening', id },
        cityId,
        details: { city: found.facts.name, outcome: outcome.replaceAll('-', '_'), reason: reason ?? '' },
      });
      if (stands) await tell(tx, world, { id, windowId, cityId, outcome });
    },
    { once },
  );
}

/** The second person's word on an override. */
export async function decideScreening(
  world: World,
  actor: Actor,
  { screeningId, agrees }: { readonly screeningId: string; readonly agrees: boolean },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const screening = await lockScreening(tx, screeningId);
      if (!screening) throw notFound();
      // Its proposer may take it back, which is a refusal of one's own; only another may make it stand.
      const ownRefusal = !agrees && screening.proposedBy === actor.personId;
      refuseIf((ownRefusal ? whyNotTakeBack : whyNotApprove)(actor, screening));
      await markScreening(tx, screeningId, agrees ? 'stands' : 'refused', actor.personId);
      await recordAct(tx, world, actor, {
        kind: agrees ? 'fund.override-agreed' : 'fund.override-refused',
        subject: { kind: 'screening', id: screeningId },
        cityId: screening.cityId,
        details: { outcome: screening.outcome.replaceAll('-', '_') },
      });
      if (agrees) await tell(tx, world, screening);
    },
    { once },
  );
}

async function tell(
  tx: Tx,
  world: World,
  { id, windowId, cityId, outcome }: Pick<Screening, 'id' | 'windowId' | 'cityId' | 'outcome'>,
): Promise<void> {
  const payload = { screeningId: id, windowId, cityId, outcome };
  await announce(tx, world, { kind: 'fund-city-screened', payload });
}
