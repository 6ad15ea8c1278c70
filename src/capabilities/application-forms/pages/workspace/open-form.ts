import { notFound, Refusal, because } from '../../../../kernel/refusal.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { Form, StoredVersion } from '../../rules/stored-form.ts';
import { findForm } from '../../store/forms.ts';
import { findVersion, listVersions } from '../../store/versions.ts';

/** The form that the address names, with all its versions, newest first. */
export async function openForm(visit: Visit): Promise<{ form: Form; versions: StoredVersion[] }> {
  const id = formId(visit);
  return await reading(visit.world, visit.actor, async (tx) => {
    const form = await findForm(tx, id);
    if (!form) throw notFound();
    return { form, versions: await listVersions(tx, id) };
  });
}

export async function openDraft(visit: Visit): Promise<{ form: Form; draft: StoredVersion }> {
  const { form, versions } = await openForm(visit);
  const draft = versions.find(({ stage }) => stage === 'draft');
  if (!draft) throw new Refusal(because('application-forms:no-draft'), 409);
  return { form, draft };
}

export async function openVersion(visit: Visit): Promise<{ form: Form; version: StoredVersion }> {
  const id = formId(visit);
  const number = Number(visit.param('version'));
  return await reading(visit.world, visit.actor, async (tx) => {
    const form = await findForm(tx, id);
    const version =
      Number.isInteger(number) && number < 10_000 ? await findVersion(tx, id, number) : undefined;
    if (!form || !version) throw notFound();
    return { form, version };
  });
}

export function formId(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}
