import type { Actor } from '../../../kernel/actor.ts';
import type { PartialDate } from '../../../kernel/calendar-date.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { recordSource } from '../../library/index.ts';
import { whyNotRecordEngagement } from '../permissions.ts';
import type { CityId } from '../rules/city.ts';
import type { EngagementKind } from '../rules/engagement.ts';
import { findCity } from '../store/cities.ts';
import { recordEngagement } from './record-engagement.ts';

export interface SaidByHand {
  readonly kind: EngagementKind;
  readonly object: string;
  readonly from: PartialDate;
  readonly to: PartialDate | null;
  /** A public source makes it public; without one only what it rests on is said. */
  readonly source: { readonly address: string; readonly title: string; readonly publisher: string } | null;
  readonly evidence: string | null;
}

/** Notes what a city did, when no other record shows it. Gives the engagement's id. */
export async function recordEngagementByHand(
  world: World,
  actor: Actor,
  cityId: CityId,
  said: SaidByHand,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRecordEngagement(actor), 403);
      if (!(await findCity(tx, cityId))) throw notFound();
      const sources = said.source ? [await recordSource(tx, world, said.source)] : [];
      const { object, from, to } = said;
      const engagement = {
        cityId,
        kind: said.kind,
        when: {
          from,
          fromCertainty: 'stated' as const,
          to,
          toCertainty: to && ('stated' as const),
          lastListed: null,
        },
        // A proper name: it keeps its owner's spelling in every language.
        object: { en: object, fr: object, es: object, pt: object, ar: object },
        record: null,
        visibility: said.source ? ('public' as const) : ('staff' as const),
        evidence: said.evidence,
      };
      return await recordEngagement(tx, world, actor, engagement, sources);
    },
    { once },
  );
}
