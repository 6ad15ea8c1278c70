import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepForms } from '../permissions.ts';
import type { FormBody } from '../rules/form.ts';
import { lockForm } from '../store/forms.ts';
import { lockDraft, reviseDraft } from '../store/versions.ts';

/**
 * Changes the draft as it stands now, under its lock.
 * @param change gives the draft anew; it may throw `Stale` when the part it edits is not what the page showed
 */
export async function editDraft(
  world: World,
  actor: Actor,
  formId: string,
  change: (draft: FormBody) => FormBody,
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotKeepForms(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      const form = await lockForm(tx, formId);
      const draft = await lockDraft(tx, formId);
      if (!form) throw notFound();
      if (!draft) throw new Refusal(because('application-forms:no-draft'), 409);
      const changed = change({ title: draft.title, sections: draft.sections });
      await reviseDraft(tx, draft, changed, actor.personId, world.now());
      await recordAct(tx, world, actor, {
        kind: 'application-forms.draft-changed',
        subject: { kind: 'application-form', id: formId },
        details: { form: form.slug, version: draft.version },
      });
      return null;
    },
    { once },
  );
}
