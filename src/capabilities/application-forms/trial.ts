import { stableId } from '../../kernel/id.ts';
import type { TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { exampleForms } from './examples/index.ts';
import { said } from './rules/in-five.ts';
import { findForm, insertForm } from './store/forms.ts';
import { insertDraft, markPublished } from './store/versions.ts';

/** A form that the trial's fund staff published, and the draft of its next version with a thing left to mend. */
export async function fillTrial(tx: Tx, world: World, { people }: TrialScene): Promise<void> {
  const id = stableId('trial-application-form', 'follow-on');
  if (await findForm(tx, id)) return;
  const [first] = exampleForms;
  if (!first) return;
  const by = people['staff-fund'];
  const title = said(
    'Trial: follow-on grant',
    'Essai : subvention de suite',
    'Prueba: subvención de continuidad',
    'Ensaio: subvenção de continuidade',
    'تجربة: منحة متابعة',
  );
  await insertForm(tx, { id, slug: 'trial-follow-on', purpose: 'other', isExample: false, by });
  const published = stableId('trial-application-form-version', 'follow-on 1');
  await insertDraft(tx, { id: published, formId: id, version: 1, title, sections: first.sections, by });
  await markPublished(tx, published, by, world.now());
  await insertDraft(tx, {
    id: stableId('trial-application-form-version', 'follow-on 2'),
    formId: id,
    version: 2,
    // Half translated, as drafts are: the check list says so.
    title: { ...title, pt: '', ar: '' },
    sections: first.sections,
    by,
  });
}
