import type { Actor } from '../../../kernel/actor.ts';
import { languages } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotEditOrganisations } from '../permissions.ts';
import { slugOf } from '../rules/organisation.ts';
import {
  insertOrganisation,
  lockOrganisation,
  type Organisation,
  saveOrganisation,
} from '../store/organisations.ts';

export type WrittenOrganisation = Omit<Organisation, 'id' | 'version'>;

export async function addOrganisation(
  world: World,
  actor: Actor,
  written: WrittenOrganisation,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotEditOrganisations(actor), 403);
      const id = world.newId();
      const slug = slugOf(written.name.en) || `organisation-${id}`;
      if (!(await insertOrganisation(tx, { ...written, id, slug })))
        throw Object.assign(new Refusal(because('people:organisation-known')), { field: 'en' });
      await recordAct(tx, world, actor, {
        kind: 'people.organisation-added',
        subject: { kind: 'organisation', id },
        details: { name: written.name.en },
      });
      return id;
    },
    { once },
  );
}

/** @throws Stale with what the record says now, when somebody changed it since `version` */
export async function changeOrganisation(
  world: World,
  actor: Actor,
  change: { readonly id: string; readonly version: number; readonly written: WrittenOrganisation },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotEditOrganisations(actor), 403);
      const stored = await lockOrganisation(tx, change.id);
      if (!stored) throw notFound();
      if (stored.version !== change.version) throw new Stale(answersOf(stored), stored.version);
      await saveOrganisation(tx, change.id, change.written);
      await recordAct(tx, world, actor, {
        kind: 'people.organisation-changed',
        subject: { kind: 'organisation', id: change.id },
        details: { name: change.written.name.en },
      });
    },
    { once },
  );
}

/** The record as the form's answers; a name equal to the English one is left empty, as it was typed. */
export function answersOf(organisation: WrittenOrganisation): Record<string, string> {
  const { name, acronym, kind, country, address } = organisation;
  const names = languages.map((language) => [
    language,
    language !== 'en' && name[language] === name.en ? '' : name[language],
  ]);
  return {
    ...Object.fromEntries(names),
    acronym: acronym ?? '',
    kind,
    country: country ?? '',
    address: address ?? '',
  };
}
