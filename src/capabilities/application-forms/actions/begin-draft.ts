import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepForms } from '../permissions.ts';
import { lockForm } from '../store/forms.ts';
import { insertDraft, listVersions } from '../store/versions.ts';

/** A draft of the next version, beginning as the newest one stands; the one that is already begun when there is one. */
export async function beginDraft(
  world: World,
  actor: Actor,
  formId: string,
  once?: Submission,
): Promise<number> {
  refuseIf(whyNotKeepForms(actor), 403);
  return await atomically(
    world,
    actor,
    async (tx) => {
      const form = await lockForm(tx, formId);
      const newest = (await listVersions(tx, formId))[0];
      if (!form || !newest) throw notFound();
      if (form.retiredAt) throw new Refusal(because('application-forms:is-retired'));
      if (newest.stage === 'draft') return newest.version;
      const version = newest.version + 1;
      const { title, sections } = newest;
      await insertDraft(tx, { id: world.newId(), formId, version, title, sections, by: actor.personId });
      await recordAct(tx, world, actor, {
        kind: 'application-forms.draft-begun',
        subject: { kind: 'application-form', id: formId },
        details: { form: form.slug, version },
      });
      return version;
    },
    { once },
  );
}
