import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepForms } from '../permissions.ts';
import { lockForm } from '../store/forms.ts';
import { dropDraft as drop, lockDraft } from '../store/versions.ts';

/** Throws a draft away; what was published stays. The first draft of a form has nothing behind it and stays. */
export async function dropDraft(
  world: World,
  actor: Actor,
  formId: string,
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotKeepForms(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      const form = await lockForm(tx, formId);
      const draft = await lockDraft(tx, formId);
      if (!form || !draft) throw notFound();
      if (draft.version === 1) throw new Refusal(because('application-forms:first-draft-stays'));
      await drop(tx, draft.id);
      await recordAct(tx, world, actor, {
        kind: 'application-forms.draft-dropped',
        subject: { kind: 'application-form', id: formId },
        details: { form: form.slug, version: draft.version },
      });
      return null;
    },
    { once },
  );
}
