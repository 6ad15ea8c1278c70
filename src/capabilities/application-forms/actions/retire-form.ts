import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepForms } from '../permissions.ts';
import { lockForm, markRetired } from '../store/forms.ts';

/** No new window may ask a retired form; applications that answer it go on. `why` null takes it back into use. */
export async function retireForm(
  world: World,
  actor: Actor,
  asked: { readonly formId: string; readonly why: string | null },
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotKeepForms(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      const form = await lockForm(tx, asked.formId);
      if (!form) throw notFound();
      if ((form.retiredAt === null) === (asked.why === null)) return null;
      const retired = asked.why === null ? null : { at: world.now(), by: actor.personId, why: asked.why };
      await markRetired(tx, form.id, retired);
      await recordAct(tx, world, actor, {
        kind: retired ? 'application-forms.form-retired' : 'application-forms.form-returned',
        subject: { kind: 'application-form', id: form.id },
        details: { form: form.slug },
      });
      return null;
    },
    { once },
  );
}
