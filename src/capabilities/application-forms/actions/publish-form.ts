import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepForms } from '../permissions.ts';
import { checkForm } from '../rules/check-form.ts';
import { lockForm } from '../store/forms.ts';
import { lockDraft, markPublished } from '../store/versions.ts';

/** From here on the version never changes. @param revision as the publisher saw the draft. @returns the version's number */
export async function publishForm(
  world: World,
  actor: Actor,
  asked: { readonly formId: string; readonly revision: number },
  once?: Submission,
): Promise<number> {
  refuseIf(whyNotKeepForms(actor), 403);
  return await atomically(
    world,
    actor,
    async (tx) => {
      const form = await lockForm(tx, asked.formId);
      const draft = await lockDraft(tx, asked.formId);
      if (!form) throw notFound();
      if (!draft) throw new Refusal(because('application-forms:no-draft'), 409);
      if (form.retiredAt) throw new Refusal(because('application-forms:is-retired'));
      if (draft.revision !== asked.revision)
        throw new Refusal(because('application-forms:draft-moved-on'), 409);
      const faults = checkForm(draft, 'en');
      if (faults.length > 0)
        throw new Refusal(because('application-forms:not-ready', { faults: faults.length }));
      await markPublished(tx, draft.id, actor.personId, world.now());
      await recordAct(tx, world, actor, {
        kind: 'application-forms.form-published',
        subject: { kind: 'application-form', id: form.id },
        details: { form: form.slug, version: draft.version },
      });
      return draft.version;
    },
    { once },
  );
}
