import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotReview, whyNotTranslate } from '../permissions.ts';
import { insertReviews, lockText } from '../store/renderings.ts';
import { findText } from '../store/texts.ts';

/** A second person found these renderings right, as the page showed them. All or none. */
export async function reviewRenderings(
  world: World,
  actor: Actor,
  input: { readonly textId: string; readonly renderingIds: readonly string[] },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTranslate(actor), 403);
      await lockText(tx, input.textId);
      const text = await findText(tx, input.textId);
      if (!text || !actor.personId) throw notFound();
      const standing = new Map(
        text.paragraphs.flatMap(({ rendering }) => (rendering ? [[rendering.id, rendering] as const] : [])),
      );
      for (const id of input.renderingIds) {
        const rendering = standing.get(id);
        if (!rendering) throw new Refusal(because('translation:changed-since-read'), 409);
        refuseIf(whyNotReview(actor, rendering));
      }
      await insertReviews(tx, input.renderingIds, actor.personId);
      await recordAct(tx, world, actor, {
        kind: 'translation.reviewed',
        subject: { kind: 'translated-text', id: text.id },
        cityId: text.cityId,
        details: { n: input.renderingIds.length },
      });
    },
    { once },
  );
}
