import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotObject } from '../permissions.ts';
import { insertObjection, lockText } from '../store/renderings.ts';
import { findText } from '../store/texts.ts';

/** Somebody of the city says that a translation is not what the city meant. It counts as not reviewed until written anew. */
export async function objectToRendering(
  world: World,
  actor: Actor,
  input: { readonly textId: string; readonly renderingId: string; readonly why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await lockText(tx, input.textId);
      const text = await findText(tx, input.textId);
      if (!text || !actor.personId) throw notFound();
      refuseIf(whyNotObject(actor, text.cityId), 403);
      if (!text.paragraphs.some(({ rendering }) => rendering?.id === input.renderingId))
        throw new Refusal(because('translation:changed-since-read'), 409);
      await insertObjection(tx, { id: world.newId(), byPerson: actor.personId, ...input });
      await recordAct(tx, world, actor, {
        kind: 'translation.objected',
        subject: { kind: 'translated-text', id: text.id },
        cityId: text.cityId,
      });
    },
    { once },
  );
}
