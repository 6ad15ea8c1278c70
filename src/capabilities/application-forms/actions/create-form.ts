import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepForms } from '../permissions.ts';
import type { FormBody } from '../rules/form.ts';
import type { Purpose } from '../rules/stored-form.ts';
import { insertForm } from '../store/forms.ts';
import { insertDraft } from '../store/versions.ts';

interface NewForm extends FormBody {
  readonly slug: string;
  readonly purpose: Purpose;
}

/** A new form with its first draft. @returns its id */
export async function createForm(
  world: World,
  actor: Actor,
  asked: NewForm,
  once?: Submission,
): Promise<string> {
  refuseIf(whyNotKeepForms(actor), 403);
  return await atomically(
    world,
    actor,
    async (tx) => {
      const id = world.newId();
      const form = { id, slug: asked.slug, purpose: asked.purpose, isExample: false, by: actor.personId };
      if (!(await insertForm(tx, form)))
        throw Object.assign(new Refusal(because('application-forms:slug-taken')), { field: 'slug' });
      const { title, sections } = asked;
      await insertDraft(tx, {
        id: world.newId(),
        formId: id,
        version: 1,
        title,
        sections,
        by: actor.personId,
      });
      await recordAct(tx, world, actor, {
        kind: 'application-forms.form-created',
        subject: { kind: 'application-form', id },
        details: { form: asked.slug },
      });
      return id;
    },
    { once },
  );
}
