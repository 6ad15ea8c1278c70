import { stableId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { exampleForms } from './index.ts';
import { canonical } from '../rules/difference.ts';
import { insertForm } from '../store/forms.ts';
import { insertDraft, listVersions, markPublished } from '../store/versions.ts';

/**
 * The example forms that ship with the platform. By the worker, at every start: a form that is not there is added, one that
 * ships with other words gets a new version, and nothing else happens.
 */
export async function loadExampleForms(tx: Tx, world: World): Promise<void> {
  for (const { slug, purpose, title, sections } of exampleForms) {
    const formId = stableId('application-form', slug);
    await insertForm(tx, { id: formId, slug, purpose, isExample: true, by: null });
    const versions = await listVersions(tx, formId);
    // Once somebody drafted or published a version, the form is theirs.
    if (versions.some(({ stage, publishedBy }) => stage === 'draft' || publishedBy !== null)) continue;
    const newest = versions[0];
    if (newest && canonical([newest.title, newest.sections]) === canonical([title, sections])) continue;
    const version = (newest?.version ?? 0) + 1;
    const id = stableId('application-form-version', `${slug} ${version}`);
    await insertDraft(tx, { id, formId, version, title, sections, by: null });
    await markPublished(tx, id, null, world.now());
  }
}
