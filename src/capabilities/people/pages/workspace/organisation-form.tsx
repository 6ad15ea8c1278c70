import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalText, text, version, webAddress, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { compareNames, countryName, languageName } from '../../../../platform/languages/format.ts';
import {
  addOrganisation,
  answersOf,
  changeOrganisation,
  type WrittenOrganisation,
} from '../../actions/keep-organisations.ts';
import { words } from '../../messages/index.ts';
import { countries } from '../../rules/countries.ts';
import { nameInAll, organisationKinds } from '../../rules/organisation.ts';
import { findOrganisation } from '../../store/organisations.ts';
import { organisationOf } from './organisation-page.tsx';

const path = '/workspace/organisations';
const optionalAddress = optionalText(2000).transform((typed, context) => {
  const isAddress = typed === null || webAddress().safeParse(typed).success;
  return isAddress ? typed : wrong(context, 'platform:not-an-address');
});

const fields = z.object({
  en: text(200),
  fr: optionalText(200),
  es: optionalText(200),
  pt: optionalText(200),
  ar: optionalText(200),
  acronym: optionalText(30),
  kind: choice(organisationKinds),
  country: choice(['', ...countries]),
  address: optionalAddress,
});

function written({ en, fr, es, pt, ar, ...rest }: z.infer<typeof fields>): WrittenOrganisation {
  return { ...rest, country: rest.country || null, name: nameInAll({ en, fr, es, pt, ar }) };
}

export function showNew(visit: Visit): Response {
  return formPage(visit, freshForm(visit.world), { title: words(visit.language)('organisation-add'), path });
}

export async function receiveNew(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: fields,
    act: async (input, once) =>
      `${path}/${await addOrganisation(visit.world, visit.actor, written(input), once)}`,
    again: (state) => formPage(visit, state, { title: words(visit.language)('organisation-add'), path }),
  });
}

export async function showEdit(visit: Visit): Promise<Response> {
  return await editPage(visit);
}

export async function receiveEdit(visit: Visit): Promise<Response> {
  const id = organisationOf(visit);
  return await submitForm(visit, {
    schema: fields.extend({ version: version() }),
    act: async ({ version, ...input }, once) => {
      await changeOrganisation(visit.world, visit.actor, { id, version, written: written(input) }, once);
      return `${path}/${id}`;
    },
    again: (state) => editPage(visit, state),
  });
}

async function editPage(visit: Visit, sent?: FormState): Promise<Response> {
  const id = organisationOf(visit);
  const stored = await reading(visit.world, visit.actor, (tx) => findOrganisation(tx, id));
  if (!stored) throw notFound();
  const title = words(visit.language)('organisation-edit', { name: stored.name[visit.language] });
  const state = sent ?? freshForm(visit.world, answersOf(stored));
  const shownVersion = sent?.stale ? sent.stale.version : (sent?.answers['version'] ?? stored.version);
  return formPage(visit, state, { title, path: `${path}/${id}`, version: shownVersion });
}

interface FormPage {
  readonly title: string;
  readonly path: string;
  readonly version?: number | string;
}

function formPage(visit: Visit, state: FormState, page: FormPage): Response {
  const t = words(visit.language);
  return visit.show({
    title: page.title,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href(path), label: t('organisations') }]} />
        <PageHead title={page.title} />
        {state.stale && (
          <StaleTexts current={state.stale.current} answers={state.answers} labels={labelsOf(visit)} />
        )}
        <Form {...state} action={visit.href(page.path)} version={page.version}>
          <OrganisationFields visit={visit} />
          <SubmitButton>{t('organisation-save')}</SubmitButton>
        </Form>
      </>
    ),
  });
}

function labelsOf(visit: Visit): Record<string, string> {
  const t = words(visit.language);
  const named = languages.map((code) => [
    code,
    t('organisation-name', { language: languageName(visit.language, code) }),
  ]);
  const rest = { acronym: t('acronym'), kind: t('kind'), country: t('country'), address: t('web-address') };
  return { ...Object.fromEntries(named), ...rest };
}

function OrganisationFields({ visit }: { visit: Visit }) {
  const t = words(visit.language);
  const labels = labelsOf(visit);
  const byName = countries
    .map((code) => ({ value: code, label: countryName(visit.language, code) }))
    .toSorted((a, b) => compareNames(visit.language, a.label, b.label));
  return (
    <>
      {languages.map((code) => (
        <TextField
          key={code}
          name={code}
          label={labels[code] ?? code}
          hint={code === 'fr' ? t('organisation-name-hint') : undefined}
          lang={code}
          optional={code !== 'en'}
        />
      ))}
      <TextField name="acronym" label={t('acronym')} size="short" optional />
      <SelectField
        name="kind"
        label={t('kind')}
        choices={organisationKinds.map((kind) => ({ value: kind, label: t(`organisation-kind.${kind}`) }))}
      />
      <SelectField name="country" label={t('country')} none={t('country-none')} choices={byName} optional />
      <TextField name="address" label={t('web-address')} type="url" optional />
    </>
  );
}
