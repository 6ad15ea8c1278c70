import { z } from 'zod';
import { because, type Problem, Refusal, refuseIf } from '../../kernel/refusal.ts';
import { recordAct } from '../../platform/audit/act.ts';
import { choice, optionalText, text, wrong } from '../../platform/forms/fields.ts';
import { importKind } from '../../platform/imports/kind.ts';
import { whyNotEditOrganisations } from './permissions.ts';
import { nameInAll, organisationKinds, slugOf } from './rules/organisation.ts';
import {
  deleteUntouchedOrganisations,
  insertOrganisation,
  knownSlugs,
  listOrganisations,
} from './store/organisations.ts';

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const country = optionalText(100).transform((code, context) => {
  if (code === null) return null;
  const iso2 = code.toUpperCase();
  return /^[A-Z]{2}$/.test(iso2) && regionNames.of(iso2) ? iso2 : wrong(context, 'people:import-country');
});

const address = optionalText(2000).transform((typed, context) =>
  typed === null || /^https?:\/\/[^\s/]+\.\S+$/.test(typed)
    ? typed
    : wrong(context, 'platform:not-an-address'),
);

const row = z.object({
  name: text(200),
  name_fr: optionalText(200),
  name_es: optionalText(200),
  name_pt: optionalText(200),
  name_ar: optionalText(200),
  acronym: optionalText(30),
  kind: choice(organisationKinds),
  country,
  address,
});
type Row = z.infer<typeof row>;

const namesOf = ({ name, name_fr, name_es, name_pt, name_ar }: Row) =>
  nameInAll({ en: name, fr: name_fr, es: name_es, pt: name_pt, ar: name_ar });

/** Partners and networks that somebody keeps in a file. */
export const organisationImport = importKind<Row>({
  name: 'organisations',
  title: because('people:import-organisations'),
  columns: [
    {
      name: 'name',
      needed: true,
      aliases: ['organisation', 'organization', 'nom', 'nombre', 'nome', 'الاسم'],
      says: because('people:import-name'),
    },
    {
      name: 'kind',
      needed: true,
      aliases: ['type', 'tipo', 'النوع'],
      says: because('people:import-kind', { kinds: organisationKinds.join(', ') }),
    },
    {
      name: 'acronym',
      needed: false,
      aliases: ['sigle', 'sigla', 'short name'],
      says: because('people:import-acronym'),
    },
    {
      name: 'country',
      needed: false,
      aliases: ['pays', 'pais', 'país', 'iso2', 'البلد'],
      says: because('people:import-country'),
    },
    {
      name: 'address',
      needed: false,
      aliases: ['website', 'url', 'site', 'web'],
      says: because('people:import-address'),
    },
    {
      name: 'name_fr',
      needed: false,
      aliases: [],
      says: because('people:import-name-in', { language: 'fr' }),
    },
    {
      name: 'name_es',
      needed: false,
      aliases: [],
      says: because('people:import-name-in', { language: 'es' }),
    },
    {
      name: 'name_pt',
      needed: false,
      aliases: [],
      says: because('people:import-name-in', { language: 'pt' }),
    },
    {
      name: 'name_ar',
      needed: false,
      aliases: [],
      says: because('people:import-name-in', { language: 'ar' }),
    },
  ],
  schema: row,
  // The operator at the command line has no person; the machine's access rights are the permission there.
  whyNotImport: (actor) =>
    actor.personId === null && actor.name === 'platform' ? undefined : whyNotEditOrganisations(actor),

  async check(tx, rows) {
    const slugs = rows.map(({ name }) => slugOf(name));
    const known = await knownSlugs(tx, slugs);
    const problems = new Map<number, Problem>();
    for (const [index, slug] of slugs.entries()) {
      if (known.has(slug) || slugs.indexOf(slug) < index)
        problems.set(index, { field: 'name', reason: because('people:organisation-known') });
    }
    return problems;
  },

  async add(tx, world, actor, rows) {
    const ids: string[] = [];
    for (const one of rows) {
      const id = world.newId();
      const { acronym, kind, country: iso2, address: site } = one;
      const slug = slugOf(one.name) || `organisation-${id}`;
      const added = await insertOrganisation(tx, {
        id,
        slug,
        name: namesOf(one),
        acronym,
        kind,
        country: iso2,
        address: site,
      });
      if (!added) throw new Refusal(because('people:organisation-known'));
      await recordAct(tx, world, actor, {
        kind: 'people.organisation-added',
        subject: { kind: 'organisation', id },
        details: { name: one.name },
      });
      ids.push(id);
    }
    return ids;
  },

  async takeBack(tx, _world, _actor, ids) {
    const deleted = await deleteUntouchedOrganisations(tx, ids);
    refuseIf(
      deleted < ids.length ? because('people:import-in-use', { n: ids.length - deleted }) : undefined,
      409,
    );
  },

  async list(reader) {
    const organisations = await listOrganisations(reader, { limit: 100_000, offset: 0 });
    return organisations.map(({ name, acronym, kind, country: iso2, address: site }) => ({
      name: name.en,
      kind,
      acronym,
      country: iso2,
      address: site,
      name_fr: name.fr,
      name_es: name.es,
      name_pt: name.pt,
      name_ar: name.ar,
    }));
  },
});
